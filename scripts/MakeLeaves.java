import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Writes grey images to learn photographs from: opaque leaves of all sizes that fall on one
 * another, which have the edges, the occlusions and the scale invariance of natural images
 * (Lee, Mumford and Huang, IJCV 2001), with textures (Achddou, Gousseau and Ladjal, 2023).
 */
public final class MakeLeaves {

    private static final int SIDE = 360;

    /** Usage: java MakeLeaves.java COUNT OUTPUT_FOLDER. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        for (int i = 1; i <= Integer.parseInt(args[0]); i++) {
            Path file = folder.resolve(String.format("leaves-%03d.png", i));
            ImageIO.write(new Scene(new Random(i)).picture(), "png", file.toFile());
        }
    }

    /** Leaves from the farthest to the nearest, of which the far ones may be out of focus. */
    private static final class Scene {
        private final Random random;
        private final double smallest;
        private final double spread;
        private final Texture mood;
        private final float[] canvas = new float[SIDE * SIDE];

        Scene(Random random) {
            this.random = random;
            smallest = logUniform(random, 2, 25);
            spread = logUniform(random, 0.06, 0.4);
            mood = new Fractal(SIDE / 3.0, 2, 0.5, random.nextLong());
        }

        BufferedImage picture() {
            fall(3);
            if (random.nextInt(2) == 0) blur(0.7 + 3 * random.nextDouble());
            fall(random.nextInt(4) == 0 ? 0.3 : 2);
            shade();
            blur(0.3 + 0.4 * random.nextDouble());
            return developed();
        }

        /** Until the leaves' areas add up to so many times that of the picture. */
        private void fall(double covers) {
            double area = 0;
            while (area < covers * SIDE * SIDE) {
                double radius = radius();
                double x = SIDE * random.nextDouble();
                double y = SIDE * random.nextDouble();
                Shape leaf =
                        AffineTransform.getTranslateInstance(x, y)
                                .createTransformedShape(Outlines.random(radius, random));
                double grey = 0.5 + 0.25 * mood.at(x, y) + spread * random.nextGaussian();
                area += paint(leaf, Texture.random(Math.abs(grey), radius, random));
            }
        }

        /** Density proportional to r to the power -3, as in images that look alike at any scale. */
        private double radius() {
            double low = 1 / (smallest * smallest);
            double high = 1 / (0.7 * SIDE * 0.7 * SIDE);
            return 1 / Math.sqrt(low + random.nextDouble() * (high - low));
        }

        private double paint(Shape shape, Texture texture) {
            Rectangle box =
                    shape.getBounds().intersection(new Rectangle(-1, -1, SIDE + 2, SIDE + 2));
            box.grow(1, 1);
            box = box.intersection(new Rectangle(SIDE, SIDE));
            if (box.isEmpty()) return 1;
            byte[] cover = cover(shape, box);
            double area = 0;
            for (int i = 0; i < cover.length; i++) {
                float share = (cover[i] & 255) / 255f;
                if (share == 0) continue;
                int x = box.x + i % box.width;
                int y = box.y + i / box.width;
                int at = y * SIDE + x;
                canvas[at] += share * ((float) texture.at(x, y) - canvas[at]);
                area += share;
            }
            return Math.max(1, area);
        }

        /** How much of each pixel of the box lies inside the shape. */
        private static byte[] cover(Shape shape, Rectangle box) {
            var mask = new BufferedImage(box.width, box.height, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D pen = mask.createGraphics();
            pen.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.translate(-box.x, -box.y);
            pen.setColor(Color.WHITE);
            pen.fill(shape);
            pen.dispose();
            return ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
        }

        /** Uneven light. */
        private void shade() {
            Texture light = new Fractal(SIDE, 2, 0.4, random.nextLong());
            for (int i = 0; i < canvas.length; i++) {
                canvas[i] *= (float) (1 + 0.25 * light.at(i % SIDE, i / SIDE));
            }
        }

        private void blur(double sigma) {
            float[] kernel = new float[2 * (int) Math.ceil(3 * sigma) + 1];
            float sum = 0;
            for (int i = 0; i < kernel.length; i++) {
                double distance = (i - kernel.length / 2) / sigma;
                sum += kernel[i] = (float) Math.exp(-distance * distance / 2);
            }
            for (int i = 0; i < kernel.length; i++) kernel[i] /= sum;
            convolve(kernel, 1);
            convolve(kernel, SIDE);
        }

        private void convolve(float[] kernel, int stride) {
            float[] line = new float[SIDE];
            for (int row = 0; row < SIDE; row++) {
                int start = row * (stride == 1 ? SIDE : 1);
                for (int i = 0; i < SIDE; i++) line[i] = canvas[start + i * stride];
                for (int i = 0; i < SIDE; i++) {
                    float value = 0;
                    for (int k = 0; k < kernel.length; k++) {
                        int at = i + k - kernel.length / 2;
                        value += kernel[k] * line[Math.max(0, Math.min(SIDE - 1, at))];
                    }
                    canvas[start + i * stride] = value;
                }
            }
        }

        private BufferedImage developed() {
            var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
            byte[] grey = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
            double gamma = 0.7 + 0.9 * random.nextDouble();
            for (int i = 0; i < grey.length; i++) {
                double light = Math.max(0, Math.min(1, canvas[i]));
                grey[i] = (byte) Math.round(255 * Math.pow(light, gamma));
            }
            return picture;
        }
    }

    /** Outlines around the origin: round, angular, long and thin. */
    private static final class Outlines {

        static Shape random(double radius, Random random) {
            Shape upright =
                    switch (random.nextInt(8)) {
                        case 0 -> ellipse(radius, 0.3 + 0.7 * random.nextDouble());
                        case 1 -> box(radius, logUniform(random, 0.2, 1));
                        case 2, 3 -> polygon(radius, random);
                        case 4 -> twig(2 * radius, radius * 0.4, random);
                        case 5 -> grass(radius, random);
                        default -> blob(radius, random);
                    };
            double angle = random.nextInt(4) == 0 ? 0 : 2 * Math.PI * random.nextDouble();
            return AffineTransform.getRotateInstance(angle).createTransformedShape(upright);
        }

        private static Shape ellipse(double radius, double ratio) {
            return new Ellipse2D.Double(-radius, -ratio * radius, 2 * radius, 2 * ratio * radius);
        }

        private static Shape box(double radius, double ratio) {
            return new Rectangle2D.Double(-radius, -ratio * radius, 2 * radius, 2 * ratio * radius);
        }

        private static Shape polygon(double radius, Random random) {
            double[] angles = random.doubles(3 + random.nextInt(5), 0, 2 * Math.PI).toArray();
            java.util.Arrays.sort(angles);
            var path = new Path2D.Double();
            for (int i = 0; i < angles.length; i++) {
                double reach = radius * (0.6 + 0.6 * random.nextDouble());
                corner(path, i, reach, angles[i]);
            }
            path.closePath();
            return path;
        }

        private static Shape blob(double radius, Random random) {
            double[] phases = random.doubles(6, 0, 2 * Math.PI).toArray();
            double rough = 0.5 * random.nextDouble();
            var path = new Path2D.Double();
            int corners = 24 + (int) radius;
            for (int i = 0; i < corners; i++) {
                double angle = 2 * Math.PI * i / corners;
                double reach = 1;
                for (int k = 0; k < phases.length; k++) {
                    reach += rough / (k + 1) * Math.cos((k + 2) * angle + phases[k]);
                }
                corner(path, i, radius * Math.max(0.1, reach), angle);
            }
            path.closePath();
            return path;
        }

        private static void corner(Path2D path, int index, double reach, double angle) {
            double x = reach * Math.cos(angle);
            double y = reach * Math.sin(angle);
            if (index == 0) path.moveTo(x, y);
            else path.lineTo(x, y);
        }

        private static Shape twig(double reach, double thickness, Random random) {
            var curve =
                    new CubicCurve2D.Double(
                            -reach,
                            0,
                            -reach / 3,
                            reach * random.nextGaussian() / 3,
                            reach / 3,
                            reach * random.nextGaussian() / 3,
                            reach,
                            0);
            float width = (float) (0.7 + thickness * random.nextDouble());
            return new BasicStroke(width).createStrokedShape(curve);
        }

        /** Blades, or hairs, that lie in about the same direction. */
        private static Shape grass(double radius, Random random) {
            var blades = new Path2D.Double(Path2D.WIND_NON_ZERO);
            double disorder = 0.5 * random.nextDouble();
            int count = 3 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                var place = new AffineTransform();
                place.translate(
                        radius * random.nextGaussian() / 2, radius * random.nextGaussian() / 2);
                place.rotate(disorder * random.nextGaussian());
                Shape blade = twig(radius, Math.min(2, radius / 8), random);
                blades.append(place.createTransformedShape(blade), false);
            }
            return blades;
        }
    }

    /** The grey of a leaf at a pixel; most lie between 0 and 1. */
    private interface Texture {

        double at(double x, double y);

        static Texture random(double grey, double radius, Random random) {
            double contrast = logUniform(random, 0.015, 0.35);
            Texture pattern =
                    switch (random.nextInt(9)) {
                        case 0 -> (x, y) -> 0;
                        case 1, 2 -> slope(radius, random);
                        case 3, 4 -> Stripes.random(random);
                        default -> Fractal.random(random);
                    };
            return (x, y) -> grey + contrast * pattern.at(x, y);
        }

        private static Texture slope(double radius, Random random) {
            double angle = 2 * Math.PI * random.nextDouble();
            double phase = 2 * Math.PI * random.nextDouble();
            double rate = 1 / Math.max(8, radius);
            double cos = rate * Math.cos(angle);
            double sin = rate * Math.sin(angle);
            return (x, y) -> Math.sin(x * cos + y * sin + phase);
        }
    }

    /** Stripes, or checks, from soft to sharp, on a surface that is not quite flat. */
    private record Stripes(double cos, double sin, double edge, boolean checks, Fractal warp)
            implements Texture {

        static Stripes random(Random random) {
            double angle = 2 * Math.PI * random.nextDouble();
            double rate = 2 * Math.PI / logUniform(random, 2.5, 25);
            return new Stripes(
                    rate * Math.cos(angle),
                    rate * Math.sin(angle),
                    logUniform(random, 0.5, 6),
                    random.nextInt(3) == 0,
                    new Fractal(logUniform(random, 30, 200), 2, 0.4, random.nextLong()));
        }

        @Override
        public double at(double x, double y) {
            double shift = 3 * warp.at(x, y);
            double wave = Math.sin(x * cos + y * sin + shift);
            if (checks) wave *= Math.sin(y * cos - x * sin + shift);
            return Math.tanh(edge * wave) / Math.tanh(edge);
        }
    }

    /** The sum of noises, each of half the size of the one before, with mean 0. */
    private record Fractal(double size, int octaves, double gain, double stretch, long seed)
            implements Texture {

        Fractal(double size, int octaves, double gain, long seed) {
            this(size, octaves, gain, 1, seed);
        }

        static Fractal random(Random random) {
            double stretch = random.nextInt(3) == 0 ? logUniform(random, 0.15, 1) : 1;
            return new Fractal(
                    logUniform(random, 2.5, 60),
                    1 + random.nextInt(5),
                    0.4 + 0.5 * random.nextDouble(),
                    stretch,
                    random.nextLong());
        }

        @Override
        public double at(double x, double y) {
            double angle = seed % 1000;
            double u = (x * Math.cos(angle) + y * Math.sin(angle)) / size;
            double v = stretch * (y * Math.cos(angle) - x * Math.sin(angle)) / size;
            double value = 0;
            double weight = 1;
            for (int octave = 0; octave < octaves; octave++) {
                value += weight * smooth(u, v, seed + octave);
                u = 2 * u + 17.3;
                v = 2 * v + 5.7;
                weight *= gain;
            }
            return 1.5 * value;
        }

        /** Between the random values of a grid's corners. */
        private static double smooth(double u, double v, long seed) {
            long column = (long) Math.floor(u);
            long row = (long) Math.floor(v);
            double s = ease(u - column);
            double t = ease(v - row);
            double upper = mix(corner(column, row, seed), corner(column + 1, row, seed), s);
            double lower = mix(corner(column, row + 1, seed), corner(column + 1, row + 1, seed), s);
            return mix(upper, lower, t);
        }

        private static double ease(double t) {
            return t * t * (3 - 2 * t);
        }

        private static double mix(double a, double b, double share) {
            return a + share * (b - a);
        }

        /** Between -1 and 1, the same for the same corner: the finalizer of SplitMix64. */
        private static double corner(long column, long row, long seed) {
            long bits = seed + 0x9E3779B97F4A7C15L * column + 0xC2B2AE3D27D4EB4FL * row;
            bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
            bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
            return (double) (bits ^ bits >>> 31) / Long.MAX_VALUE;
        }
    }

    private static double logUniform(Random random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }
}
