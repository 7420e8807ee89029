import io.github.noise2clean.network.Architectures;
import io.github.noise2clean.network.Footprint;
import io.github.noise2clean.network.Graph;
import io.github.noise2clean.network.InputImages;
import io.github.noise2clean.network.Layer;
import io.github.noise2clean.network.Node;
import io.github.noise2clean.network.Shape;
import io.github.noise2clean.network.Summary;
import io.github.noise2clean.network.Window;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Draws a network for planes as its graph has it: from left to right in order of computation, each
 * halving of the resolution one step down.
 */
public final class DrawNetwork {

    private static final int SCALE = 2;
    private static final int LEFT = 110;
    private static final int TOP = 130;
    private static final int STEP_DOWN = 150;
    private static final Color STEPPING = new Color(0x2A9D8F);
    private static final Color PLAIN = new Color(0x4A7FB5);
    private static final Color RISING = new Color(0x8E6BB0);
    private static final Color RELU = new Color(0xE9A03B);
    private static final Color NORMALISED = new Color(0xB8BEC6);
    private static final Color INK = new Color(0x333333);

    private final String name;
    private final Graph graph;
    private final Footprint footprint;
    private final List<Glyph> glyphs = new ArrayList<>();
    private double next = LEFT;

    /** Where a node stands: stripes lie on the glyph of the convolution before them. */
    private record Glyph(int level, double left, double width, double height, Color colour) {

        double right() {
            return left + width;
        }

        double middle() {
            return TOP + level * STEP_DOWN;
        }

        double top() {
            return middle() - height / 2;
        }
    }

    private DrawNetwork(String name) {
        this.name = name;
        this.graph = Architectures.named(name, InputImages.planes()).graph();
        this.footprint = Footprint.of(graph);
        List<Shape> shapes = graph.shapes(footprint.multiple());
        for (int i = 0; i < shapes.size(); i++) place(graph.nodes().get(i), shapes.get(i));
    }

    /** Usage: java -cp CLASSES DrawNetwork.java NETWORK FILE.png. */
    public static void main(String[] args) throws IOException {
        ImageIO.write(new DrawNetwork(args[0]).picture(), "png", new File(args[1]));
    }

    private void place(Node node, Shape shape) {
        int level = level(shape);
        Color colour = colour(node.layer());
        boolean stripe = colour == RELU || colour == NORMALISED;
        double width = stripe ? 6 : isAdd(node) ? 18 : 8 + shape.channels() / 4.0;
        double height = isAdd(node) ? 18 : 100 * Math.pow(0.72, level);
        if (stripe && isAdd(graph.nodes().get(node.inputs().get(0)))) height = 18;
        if (!stripe) next += 19;
        glyphs.add(new Glyph(level, next, width, height, colour));
        next += width;
    }

    private int level(Shape shape) {
        int halved = footprint.multiple().get(0) / shape.size().get(0);
        return 31 - Integer.numberOfLeadingZeros(halved);
    }

    private static Color colour(Layer layer) {
        if (layer instanceof Layer.TransposedConv) return RISING;
        if (layer instanceof Layer.Conv conv) return conv.step(0) > 1 ? STEPPING : PLAIN;
        if (layer instanceof Layer.BatchNorm) return NORMALISED;
        if (layer instanceof Layer.Relu) return RELU;
        if (layer instanceof Layer.Add) return Color.WHITE;
        if (layer instanceof Layer.Input) return Color.LIGHT_GRAY;
        throw new IllegalArgumentException("no glyph for " + layer);
    }

    private static boolean isAdd(Node node) {
        return node.layer() instanceof Layer.Add;
    }

    private BufferedImage picture() {
        int levels = glyphs.stream().mapToInt(Glyph::level).max().orElseThrow() + 1;
        int width = (int) next + 60;
        int height = TOP + levels * STEP_DOWN + 10;
        var picture =
                new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(SCALE, SCALE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        draw(pen, levels);
        pen.dispose();
        return picture;
    }

    private void draw(Graphics2D pen, int levels) {
        for (int i = 1; i < glyphs.size(); i++)
            for (int source : graph.nodes().get(i).inputs()) connect(pen, source, i);
        arrow(pen, glyphs.get(glyphs.size() - 1));
        for (int i = 0; i < glyphs.size(); i++) draw(pen, graph.nodes().get(i), glyphs.get(i));
        for (int i = 0; i < glyphs.size(); i++) label(pen, i);
        blocks().forEach((block, place) -> block(pen, block, place));
        title(pen);
        for (int level = 0; level < levels; level++) resolution(pen, level);
        legend(pen, TOP + (levels - 1) * STEP_DOWN + 110);
    }

    /** Straight, or over the top of what lies between on the same level. */
    private void connect(Graphics2D pen, int source, int target) {
        Glyph from = glyphs.get(source);
        Glyph to = glyphs.get(target);
        long between =
                glyphs.subList(source + 1, target).stream()
                        .filter(glyph -> glyph.level() == to.level())
                        .filter(glyph -> List.of(PLAIN, RISING).contains(glyph.colour()))
                        .count();
        pen.setColor(INK);
        pen.setStroke(new BasicStroke(1.4f));
        boolean over = from.level() == to.level() && between > 0;
        pen.draw(over ? over(from, to, between > 2 ? 30 : 12) : straight(from, to));
    }

    private static Path2D straight(Glyph from, Glyph to) {
        Path2D path = new Path2D.Double();
        path.moveTo(from.right(), from.middle());
        double turn = to.left() - 9;
        path.lineTo(turn, from.middle());
        path.lineTo(turn, to.middle());
        path.lineTo(to.left(), to.middle());
        return path;
    }

    private static Path2D over(Glyph from, Glyph to, double above) {
        double height = from.middle() - 50 * Math.pow(0.72, from.level()) - above;
        double start = from.right() + 7;
        double end = to.left() + to.width() / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(from.right(), from.middle());
        path.lineTo(start, from.middle());
        path.lineTo(start, height);
        path.lineTo(end, height);
        path.lineTo(end, to.top());
        return path;
    }

    private static void arrow(Graphics2D pen, Glyph last) {
        pen.setColor(INK);
        Path2D path = new Path2D.Double();
        double tip = last.right() + 26;
        path.moveTo(last.right(), last.middle());
        path.lineTo(tip, last.middle());
        path.moveTo(tip - 6, last.middle() - 4);
        path.lineTo(tip, last.middle());
        path.lineTo(tip - 6, last.middle() + 4);
        pen.setStroke(new BasicStroke(1.4f));
        pen.draw(path);
    }

    private void draw(Graphics2D pen, Node node, Glyph glyph) {
        boolean add = isAdd(node);
        double x = glyph.left();
        java.awt.Shape shape =
                add
                        ? new Ellipse2D.Double(x, glyph.top(), glyph.width(), glyph.height())
                        : new Rectangle2D.Double(x, glyph.top(), glyph.width(), glyph.height());
        pen.setColor(glyph.colour());
        pen.fill(shape);
        if (!add) return;
        pen.setColor(INK);
        pen.draw(shape);
        write(pen, "+", x + glyph.width() / 2, glyph.middle() + 5, bold(15));
    }

    /** The channels and the kernel below a convolution, the channels below the image. */
    private void label(Graphics2D pen, int index) {
        Layer layer = graph.nodes().get(index).layer();
        Glyph glyph = glyphs.get(index);
        if (layer instanceof Layer.Input input) label(pen, glyph, input.channels(), "");
        if (layer instanceof Layer.Conv conv)
            label(pen, glyph, conv.channels(), kernel(conv.window()));
        if (layer instanceof Layer.TransposedConv conv)
            label(pen, glyph, conv.channels(), kernel(conv.window()));
    }

    private static void label(Graphics2D pen, Glyph glyph, int channels, String kernel) {
        double x = glyph.left() + glyph.width() / 2;
        double y = glyph.middle() + glyph.height() / 2 + 14;
        write(pen, Integer.toString(channels), x, y, bold(12));
        write(pen, kernel, x, y + 12, plain(10));
    }

    private static String kernel(Window window) {
        return window.kernel().get(0) + "\u00d7" + window.kernel().get(1);
    }

    /** From the first to the last glyph whose parameters begin alike: enc0, down0. */
    private Map<String, Glyph> blocks() {
        Map<String, Glyph> blocks = new LinkedHashMap<>();
        for (int i = 0; i < glyphs.size(); i++) {
            List<String> parameters = graph.nodes().get(i).parameters();
            if (!parameters.isEmpty())
                blocks.merge(
                        parameters.get(0).replaceFirst("_.*", ""), glyphs.get(i), this::united);
        }
        return blocks;
    }

    private Glyph united(Glyph a, Glyph b) {
        return new Glyph(a.level(), a.left(), b.right() - a.left(), a.height(), a.colour());
    }

    private static void block(Graphics2D pen, String name, Glyph place) {
        pen.setColor(Color.GRAY);
        double y = place.middle() + place.height() / 2 + 44;
        write(pen, name, place.left() + place.width() / 2, y, plain(11));
    }

    private void title(Graphics2D pen) {
        Summary summary = Summary.of(graph);
        pen.setColor(INK);
        pen.setFont(bold(17));
        pen.drawString(name, 20, 30);
        pen.setFont(plain(13));
        pen.drawString(
                String.format(
                        Locale.ROOT,
                        "%,d parameters, %,.0f multiply-adds per pixel. A pixel of the result"
                                + " depends on those up to %d away, along x and y.",
                        summary.parameters(),
                        summary.multiplyAddsPerPixel(),
                        footprint.halo().get(0)),
                140,
                30);
    }

    private static void resolution(Graphics2D pen, int level) {
        pen.setColor(INK);
        pen.setFont(plain(12));
        String text = level == 0 ? "full size" : "1/" + (1 << level) + " along x, y";
        pen.drawString(text, 20, TOP + level * STEP_DOWN + 4);
    }

    private static void legend(Graphics2D pen, int y) {
        Map<String, Color> colours = new LinkedHashMap<>();
        colours.put("convolution (channels, kernel)", PLAIN);
        colours.put("of stride 2", STEPPING);
        colours.put("transposed, of stride 2", RISING);
        colours.put("batch normalisation", NORMALISED);
        colours.put("ReLU", RELU);
        int x = LEFT + 20;
        pen.setFont(plain(12));
        for (Map.Entry<String, Color> entry : colours.entrySet()) {
            pen.setColor(entry.getValue());
            pen.fillRect(x, y, 12, 12);
            pen.setColor(INK);
            pen.drawString(entry.getKey(), x + 18, y + 11);
            x += 48 + pen.getFontMetrics().stringWidth(entry.getKey());
        }
    }

    private static void write(Graphics2D pen, String text, double x, double y, Font font) {
        pen.setFont(font);
        double width = pen.getFontMetrics().stringWidth(text);
        pen.drawString(text, (float) (x - width / 2), (float) y);
    }

    private static Font plain(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }

    private static Font bold(int size) {
        return new Font(Font.SANS_SERIF, Font.BOLD, size);
    }
}
