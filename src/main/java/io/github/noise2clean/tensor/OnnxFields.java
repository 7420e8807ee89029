package io.github.noise2clean.tensor;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/**
 * Counts the fields of a message before it is read: as objects, many small ones take far more
 * memory than the file that holds them.
 */
final class OnnxFields {

    private static final int MOST_FIELDS = 1 << 20;
    private static final int DEEPEST = 100;

    private final CodedInputStream bytes;
    private int fields;

    OnnxFields(byte[] message) {
        this.bytes = CodedInputStream.newInstance(message);
    }

    /**
     * @throws IOException with the reason, if they are too many, nested too deep, or damaged
     */
    void require(Descriptor type) throws IOException {
        require(type, 0);
    }

    private void require(Descriptor type, int depth) throws IOException {
        if (depth > DEEPEST) throw new IOException("it is nested too deep");
        for (int tag = bytes.readTag(); tag != 0; tag = bytes.readTag()) {
            if (++fields > MOST_FIELDS) throw new IOException("it has too many parts");
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (isMessage(field, tag)) requireNested(field.getMessageType(), depth + 1);
            else bytes.skipField(tag);
        }
    }

    private void requireNested(Descriptor type, int depth) throws IOException {
        int limit = bytes.pushLimit(bytes.readRawVarint32());
        require(type, depth);
        bytes.popLimit(limit);
    }

    /** A field that the format does not know is skipped, here and when the message is read. */
    private static boolean isMessage(FieldDescriptor field, int tag) {
        return field != null
                && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }
}
