package io.github.noise2clean.cuda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** A publisher of small made-up natives within this machine. */
final class PublishingServer implements AutoCloseable {

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final HttpServer server;
    private int cutAfter = Integer.MAX_VALUE;
    private boolean ranges = true;

    PublishingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pytorch/2.7.1/", this::answer);
        server.start();
    }

    Publisher publisher() {
        return new Publisher(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pytorch/"));
    }

    /** Content that does not shrink, the same for each name. */
    static byte[] content(String name, int size) {
        byte[] content = new byte[size];
        new SplittableRandom(name.hashCode()).nextBytes(content);
        return content;
    }

    PublishingServer library(String name, int size) throws IOException {
        return packed("cu128/linux-x86_64/native/lib/" + name + ".gz", gzip(content(name, size)));
    }

    PublishingServer packed(String path, byte[] file) {
        files.put(path, file);
        return this;
    }

    /** Each answer to a GET of a library ends after so many bytes. */
    void cutAfter(int bytes) {
        cutAfter = bytes;
    }

    void ignoreRanges() {
        ranges = false;
    }

    /** Method, path and range of each. */
    List<String> requests() {
        return requests;
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path =
                    exchange.getRequestURI().getRawPath().substring("/pytorch/2.7.1/".length());
            String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
            requests.add(exchange.getRequestMethod() + " " + path + " " + range);
            if (path.equals("files.txt")) send(exchange, list(), 0);
            else if (!files.containsKey(path)) exchange.sendResponseHeaders(404, -1);
            else if (exchange.getRequestMethod().equals("HEAD")) head(exchange, files.get(path));
            else send(exchange, files.get(path), ranges ? start(range) : 0);
        }
    }

    private byte[] list() {
        return (String.join("\n", files.keySet()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void head(HttpExchange exchange, byte[] file) throws IOException {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(file.length));
        exchange.sendResponseHeaders(200, -1);
    }

    private static int start(String range) {
        return range.startsWith("bytes=")
                ? Integer.parseInt(range.substring(6, range.length() - 1))
                : 0;
    }

    private void send(HttpExchange exchange, byte[] file, int start) throws IOException {
        if (start > 0) {
            String range = "bytes %d-%d/%d".formatted(start, file.length - 1, file.length);
            exchange.getResponseHeaders().set("Content-Range", range);
        }
        exchange.sendResponseHeaders(start > 0 ? 206 : 200, file.length - start);
        boolean list = exchange.getRequestURI().getPath().endsWith(".txt");
        int end = list ? file.length : (int) Math.min(file.length, (long) start + cutAfter);
        exchange.getResponseBody().write(Arrays.copyOfRange(file, start, end));
        exchange.getResponseBody().flush();
    }
}
