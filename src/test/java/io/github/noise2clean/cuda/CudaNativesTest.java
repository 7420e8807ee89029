package io.github.noise2clean.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CudaNativesTest {

    @Test
    void thereAreSomeForLinuxAndWindowsOnX86Only() {
        assertEquals(Optional.of("linux-x86_64"), classifier("Linux", "amd64"));
        assertEquals(Optional.of("win-x86_64"), classifier("Windows 11", "amd64"));
        assertEquals(Optional.empty(), classifier("Linux", "aarch64"));
        assertEquals(Optional.empty(), classifier("Windows 11", "aarch64"));
        assertEquals(Optional.empty(), classifier("Mac OS X", "aarch64"));
        assertEquals(Optional.empty(), classifier("Mac OS X", "x86_64"));
    }

    /** A later version of DJL may tie itself to another CUDA or PyTorch. */
    @Test
    void djlHasTheOtherHalfOfThemAndIsOfTheirVersion() throws IOException {
        Map<String, String> libraries =
                Map.of("linux-x86_64", "libdjl_torch.so", "win-x86_64", "djl_torch.dll");
        for (String classifier : libraries.keySet()) {
            String flavor = new CudaNatives(classifier).flavor();
            String half = "/jnilib/" + classifier + "/" + flavor + "/" + libraries.get(classifier);
            assertTrue(getClass().getResource(half) != null, half);
        }
        try (InputStream told = getClass().getResourceAsStream("/jnilib/pytorch.properties")) {
            String text = new String(told.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.startsWith("jni_version=" + CudaNatives.VERSION + "-"), text);
        }
    }

    private static Optional<String> classifier(String system, String processor) {
        return CudaNatives.of(system, processor).map(CudaNatives::classifier);
    }
}
