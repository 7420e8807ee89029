package io.github.noise2clean.zarr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;

/** The two frames of deflated bytes. */
enum DeflatedForm {
    ZLIB {
        @Override
        InputStream inflating(InputStream stored) {
            return new InflaterInputStream(stored);
        }

        @Override
        OutputStream deflating(OutputStream stored, int level) {
            return new ZlibStream(stored, level);
        }
    },
    GZIP {
        @Override
        InputStream inflating(InputStream stored) throws IOException {
            return new GZIPInputStream(stored);
        }

        @Override
        OutputStream deflating(OutputStream stored, int level) throws IOException {
            return new GzipStream(stored, level);
        }
    };

    abstract InputStream inflating(InputStream stored) throws IOException;

    abstract OutputStream deflating(OutputStream stored, int level) throws IOException;

    /** As headers of arrays name it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The JDK's streams offer their level to heirs only, or leave the native memory open. */
    private static final class ZlibStream extends DeflaterOutputStream {

        ZlibStream(OutputStream stored, int level) {
            super(stored);
            def.setLevel(level);
        }
    }

    private static final class GzipStream extends GZIPOutputStream {

        GzipStream(OutputStream stored, int level) throws IOException {
            super(stored);
            def.setLevel(level);
        }
    }
}
