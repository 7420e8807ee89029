package io.github.noise2clean.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The planes that were looked at last, as many as fit into a number of bytes but at least one; the
 * others are read again when they are wanted.
 *
 * <p>Safe for several threads, of which one reads at a time. The lock is taken at most once for
 * each row that is looked at, not for its pixels.
 */
public final class PlaneCache {

    private static final int HEAP_SHARE = 4;

    private static final int STRIPS_SHARE = 8;
    private static final long MOST_STRIP_BYTES = 1L << 28;

    /** What the map needs for a plane beside the pixels. */
    private static final int OVERHEAD = 128;

    private final Map<Key, Object> planes = new LinkedHashMap<>(16, 0.75f, true);
    private final long capacity;
    private long bytes;

    private record Key(PlaneReader reader, int index) {}

    public PlaneCache(long capacity) {
        if (capacity < 0) throw new IllegalArgumentException("capacity " + capacity);
        this.capacity = capacity;
    }

    /** A quarter of the memory that Java may use: the rest is the network's and the user's. */
    public static PlaneCache ofHeap() {
        return new PlaneCache(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /** For strips or planes of an image that is not in memory as a whole. */
    public static PlaneCache ofStrips() {
        return new PlaneCache(stripBytes());
    }

    /** An eighth of Java's memory, but no more than some rows of the largest images need. */
    public static long stripBytes() {
        return Math.min(MOST_STRIP_BYTES, Runtime.getRuntime().maxMemory() / STRIPS_SHARE);
    }

    /**
     * Planes that are read through this cache.
     *
     * @throws UncheckedIOException from the list's {@code get}, with the reader's sentence
     */
    List<Object> planes(int count, PlaneReader reader) {
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                return plane(reader, index);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    /** Takes planes that have been read already. */
    synchronized void keep(PlaneReader reader, PlaneReader.Group group) {
        for (int i = 0; i < group.planes().size(); i++) {
            Object replaced = planes.put(new Key(reader, group.first() + i), group.planes().get(i));
            bytes += bytes(group.planes().get(i)) - (replaced == null ? 0 : bytes(replaced));
        }
        Iterator<Object> eldest = planes.values().iterator();
        while (bytes > capacity && planes.size() > 1) {
            bytes -= bytes(eldest.next());
            eldest.remove();
        }
    }

    synchronized int planesHeld() {
        return planes.size();
    }

    private synchronized Object plane(PlaneReader reader, int index) {
        Object held = planes.get(new Key(reader, index));
        if (held != null) return held;
        try {
            PlaneReader.Group group = reader.read(index);
            keep(reader, group);
            return group.planes().get(index - group.first());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static long bytes(Object plane) {
        return OVERHEAD + (long) Array.getLength(plane) * bytesPerPixel(plane);
    }

    private static int bytesPerPixel(Object plane) {
        if (plane instanceof byte[]) return Byte.BYTES;
        return plane instanceof short[] ? Short.BYTES : Float.BYTES;
    }
}
