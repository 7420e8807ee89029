package io.github.noise2clean.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.noise2clean.network.GraphBuilder.Value;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class GraphCheckTest {

    private static final List<Integer> TWICE = List.of(2, 2);

    @Test
    void aNetworkThatKeepsTheSizePasses() {
        GraphCheck.check(graph((net, x) -> net.conv("a", x, 3, Window.same(2, 5))));
    }

    @Test
    void aNetworkForImagesOfOneSizePasses() {
        GraphCheck.check(ofDigits((net, x) -> back(net, net.linear("a", flat(net, x), 784), 28)));
    }

    @Test
    void aNetworkForImagesOfOneSizeMustSayWhich() {
        assertRefused(
                "the network works on images of one size only",
                graph((net, x) -> back(net, flat(net, x), 28)));
    }

    @Test
    void aNetworkForImagesOfAnotherSizeThanItsLayersIsRefused() {
        assertRefused(
                "the output is not of the input's size: Shape[channels=1, size=[14, 14]]",
                ofDigits((net, x) -> net.maxPool(x, Window.stepping(TWICE))));
        assertRefused(
                "node 1: [Shape[channels=1, size=[28, 28]]] does not fit"
                        + " Shape[channels=7, size=[]]",
                ofDigits((net, x) -> back(net, net.reshape(x, vector(7)), 28)));
    }

    @Test
    void moreMemoryThanAnImageOfOneSizeNeedsIsRefused() {
        Window pixel = Window.same(2, 1);
        assertRefused(
                "401409568 values of its nodes where at most 268435456 are allowed",
                ofDigits(
                        (net, x) -> {
                            Value wide = net.conv("a", x, 512_000, pixel);
                            return net.conv("b", wide, 1, pixel);
                        }));
    }

    @Test
    void aVectorIsNoImage() {
        assertRefused(
                "node 2 is given no image",
                ofDigits(
                        (net, x) -> {
                            Value code = net.maxPool(flat(net, x), Window.same(2, 3));
                            return back(net, code, 28);
                        }));
    }

    @Test
    void aReshapeToAnotherNumberOfAxesIsRefused() {
        assertRefused(
                "node 1 makes 3 axes",
                graph((net, x) -> net.reshape(x, new Shape(1, List.of(4, 4, 4)))));
    }

    @Test
    void channelsThatAreNotThereAreRefused() {
        assertRefused(
                "node 1: Narrow[first=1, channels=1] of Shape[channels=1, size=[1, 1]]",
                graph((net, x) -> net.narrow(x, 1, 1)));
        assertRefused(
                "node 1: Narrow[first=0, channels=2147483647] of Shape[channels=1, size=[1, 1]]",
                graph((net, x) -> net.narrow(x, 0, Integer.MAX_VALUE)));
        assertThrows(IllegalArgumentException.class, () -> new Layer.Narrow(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Layer.Narrow(0, 0));
    }

    @Test
    void anOutputThatLosesItsBordersIsRefused() {
        assertRefused(
                "node 1: channels 1, size [-1, -1]",
                graph((net, x) -> net.conv("a", x, 1, Window.of(2, 3, 1, 0))));
    }

    @Test
    void elevenHalvingsAreRefused() {
        assertRefused(
                "the size of an image would have to be a multiple of 2048",
                graph((net, x) -> up(net, down(net, x, 11), 11)));
    }

    @Test
    void tenHalvingsPass() {
        GraphCheck.check(graph((net, x) -> up(net, down(net, x, 10), 10)));
    }

    @Test
    void sizesThatOverflowAreRefused() {
        assertRefused(
                "its sizes are beyond all bounds",
                graph((net, x) -> up(net, down(net, x, 40), 40)));
        assertRefused("its sizes are beyond all bounds", graph((net, x) -> doubled(net, x, 40)));
    }

    @Test
    void aWindowWiderThanTheImageHasNoPosition() {
        assertEquals(0, Window.of(2, 2, 2, 0).positions(1, 0));
    }

    private static void assertRefused(String reason, Graph graph) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> GraphCheck.check(graph));
        assertEquals(reason, refusal.getMessage());
    }

    private static Graph ofDigits(BiFunction<GraphBuilder, Value, Value> layers) {
        GraphBuilder net = new GraphBuilder(2);
        return net.build(layers.apply(net, net.input(1, List.of(28, 28))));
    }

    private static Graph graph(BiFunction<GraphBuilder, Value, Value> layers) {
        GraphBuilder net = new GraphBuilder(2);
        return net.build(layers.apply(net, net.input(1)));
    }

    private static Value down(GraphBuilder net, Value x, int halvings) {
        Value y = x;
        for (int i = 0; i < halvings; i++) y = net.maxPool(y, Window.stepping(TWICE));
        return y;
    }

    private static Value up(GraphBuilder net, Value x, int doublings) {
        Value y = x;
        for (int i = 0; i < doublings; i++) y = net.upsample(y, TWICE);
        return y;
    }

    private static Value doubled(GraphBuilder net, Value x, int times) {
        Value y = x;
        for (int i = 0; i < times; i++) y = net.concat(y, y);
        return y;
    }

    private static Value flat(GraphBuilder net, Value x) {
        return net.reshape(x, vector(784));
    }

    private static Value back(GraphBuilder net, Value code, int side) {
        return net.reshape(code, image(1, side));
    }

    private static Shape vector(int features) {
        return new Shape(features, List.of());
    }

    private static Shape image(int channels, int side) {
        return new Shape(channels, List.of(side, side));
    }
}
