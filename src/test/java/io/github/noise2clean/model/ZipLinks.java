package io.github.noise2clean.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes symbolic links of the entries of a zip, as zip programs of Unix write them. */
public final class ZipLinks {

    private static final int SIGNATURE = 0x02014b50;
    private static final int ATTRIBUTES = 38;
    private static final int NAME = 46;
    private static final int LINK = 0120777;

    private ZipLinks() {}

    /** The zip whose file of that name is a link to what it contains. */
    public static byte[] linked(byte[] zip, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int start = text.lastIndexOf(name) - NAME;
        if (bytes.getInt(start) != SIGNATURE) throw new IllegalArgumentException(name);
        bytes.putInt(start + ATTRIBUTES, LINK << 16);
        return bytes.array();
    }
}
