package io.github.noise2clean.network;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the few opcodes of Python's pickle protocol 2 that a TorchScript archive needs. */
final class Pickle {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Pickle() {
        op(0x80).op(2);
    }

    Pickle op(int opcode) {
        bytes.write(opcode);
        return this;
    }

    Pickle mark() {
        return op('(');
    }

    /** Closes the last mark as a tuple. */
    Pickle tuple() {
        return op('t');
    }

    Pickle global(String module, String name) {
        return op('c').raw((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Pickle string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return op('X').number(utf8.length).raw(utf8);
    }

    Pickle integer(int value) {
        return op('J').number(value);
    }

    Pickle bool(boolean value) {
        return op(value ? 0x88 : 0x89);
    }

    Pickle integers(List<Integer> values) {
        mark();
        values.forEach(this::integer);
        return tuple();
    }

    Pickle emptyTuple() {
        return op(')');
    }

    /** Calls the object below the topmost tuple with that tuple. */
    Pickle reduce() {
        return op('R');
    }

    byte[] stop() {
        return op('.').bytes.toByteArray();
    }

    private Pickle number(int value) {
        return raw(
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(value)
                        .array());
    }

    private Pickle raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }
}
