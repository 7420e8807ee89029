package io.github.noise2clean.cuda;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Requests to a server that answers within a minute or not at all. */
final class Web {

    private static final int PATIENCE = 60_000;

    private Web() {}

    /** Redirections are followed as far as they stay with the same protocol. */
    static HttpURLConnection request(URI address) throws IOException {
        HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
        request.setConnectTimeout(PATIENCE);
        request.setReadTimeout(PATIENCE);
        return request;
    }

    /**
     * @throws IOException with a sentence, if the answer is another than {@code OK}
     */
    static void requireOk(HttpURLConnection request) throws IOException {
        int status = request.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK)
            throw new IOException(
                    "The publisher answers %d for %s.".formatted(status, request.getURL()));
    }
}
