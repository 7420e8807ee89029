package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.noise2clean.image.PlaneContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Networks that are shown neighbouring planes. */
class InputImagesTest {

    private static final PlaneContext TWO = PlaneContext.of(2, "z");
    private static final InputImages IMAGES = new InputImages(2, 3, 1, Optional.of(TWO));

    @Test
    void everyPlaneEntersAndOneIsMade() {
        for (String name : List.of("resblock-ae", "resblock-vae", "blindspot-ae")) {
            Architecture network = Architectures.named(name, IMAGES);
            assertEquals(15, network.graph().inputChannels(), name);
            assertEquals(3, network.graph().outputChannels(), name);
            assertEquals(Optional.of(TWO), network.context(), name);
        }
    }

    /** As long as its residual is zero. */
    @Test
    void anUntrainedNetworkGivesBackTheMiddlePlane() {
        Graph graph = ResBlockAutoencoder.standard(IMAGES).graph();
        Volume x = Volume.random(1, 15, new int[] {1, 8, 8}, 1);
        Volume middle = x.channel(6).beside(x.channel(7)).beside(x.channel(8));
        assertArrayEquals(
                middle.floats(), Modules.forward(graph, Weights.initial(graph, 1), x), 1e-6f);
    }

    @Test
    void networksOfSinglePlanesAndOfVolumesHaveNoNeighbours() {
        var planar =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Architectures.named("cifar-ae", IMAGES));
        assertEquals(
                "The network cifar-ae is shown single planes: choose resblock-ae for neighbouring"
                        + " ones.",
                planar.getMessage());
        var volumes =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new InputImages(3, 1, 1, Optional.of(TWO)));
        assertEquals(
                "Neighbouring planes are shown along with planes, not with volumes.",
                volumes.getMessage());
    }

    @Test
    void theTextTellsNeighboursOnlyWhereThereAreSome() {
        assertEquals(
                "InputImages[dimensions=2, channels=1, sliceDistance=1.0]",
                InputImages.planes().toString());
        assertEquals(
                "InputImages[dimensions=2, channels=3, sliceDistance=1.0,"
                        + " context=PlaneContext[reach=2, along=Z]]",
                IMAGES.toString());
    }
}
