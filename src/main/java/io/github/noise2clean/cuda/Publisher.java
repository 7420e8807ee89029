package io.github.noise2clean.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who has PyTorch's natives: {@code VERSION/files.txt} lists them, a path a line.
 *
 * @param address ends with a slash; plain HTTP only within this machine
 */
record Publisher(URI address) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /** The one that DJL itself would load natives from. */
    static final Publisher DJL = new Publisher(URI.create("https://publish.djl.ai/pytorch/"));

    private static final String PACKED = ".gz";
    private static final int LONGEST_LIST = 1 << 20;
    private static final long MOST = 10_000_000_000L;

    Publisher {
        boolean here = THIS_MACHINE.contains(String.valueOf(address.getHost()));
        if (!"https".equals(address.getScheme()) && !here)
            throw new IllegalArgumentException(address + " is not reached by https");
    }

    /**
     * All files of {@code natives} and their sizes.
     *
     * @throws IOException with a sentence, if there are none, or the list is no list of libraries
     */
    List<PublishedFile> files(CudaNatives natives) throws IOException {
        List<PublishedFile> files = new ArrayList<>();
        for (String line : list().split("\\R"))
            if (line.startsWith(natives.published())) files.add(file(line, natives));
        if (files.stream().noneMatch(file -> file.name().equals(natives.library())))
            throw new IOException(address + " has no PyTorch " + natives.name() + ".");
        if (files.stream().mapToLong(PublishedFile::size).sum() > MOST)
            throw new IOException(address + " has more for PyTorch than is credible.");
        return files;
    }

    private String list() throws IOException {
        HttpURLConnection request = Web.request(folder().resolve("files.txt"));
        Web.requireOk(request);
        try (InputStream list = request.getInputStream()) {
            return new String(list.readNBytes(LONGEST_LIST), StandardCharsets.UTF_8);
        }
    }

    private PublishedFile file(String line, CudaNatives natives) throws IOException {
        try {
            String name = name(line.substring(natives.published().length()));
            URI file = folder().resolve(line);
            return new PublishedFile(name, file, size(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "%s lists '%s', which is not fetched: %s."
                            .formatted(address, line, e.getMessage()),
                    e);
        }
    }

    /** Checked before anything is asked of the publisher under that name. */
    private static String name(String coded) {
        String packed = URLDecoder.decode(coded, StandardCharsets.UTF_8);
        if (!packed.endsWith(PACKED)) throw new IllegalArgumentException(packed + " is not packed");
        String name = packed.substring(0, packed.length() - PACKED.length());
        PublishedFile.requireLibrary(name);
        return name;
    }

    private static long size(URI file) throws IOException {
        HttpURLConnection request = Web.request(file);
        request.setRequestMethod("HEAD");
        Web.requireOk(request);
        return request.getContentLengthLong();
    }

    private URI folder() {
        return address.resolve(CudaNatives.VERSION + "/");
    }
}
