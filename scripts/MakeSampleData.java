import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.plugin.filter.GaussianBlur;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import ij.util.ThreadUtil;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * Writes the sample data: synthetic fluorescence (clean, and with Gaussian noise) and Fashion-MNIST
 * images as a stack.
 */
public final class MakeSampleData {

    /**
     * Usage: java -cp ij.jar MakeSampleData.java OUTPUT_FOLDER [FASHION_MNIST_FOLDER], or
     * MakeSampleData.java --scenes COUNT OUTPUT_FOLDER for clean images to train on.
     */
    public static void main(String[] args) throws IOException {
        if (args[0].equals("--scenes")) {
            writeScenes(Integer.parseInt(args[1]), Path.of(args[2]));
            return;
        }
        Path output = Path.of(args[0]);
        writeFluorescence(output.resolve("fluorescence"));
        if (args.length > 1) {
            new FashionMnist(Path.of(args[1])).write(200, output.resolve("fashion-mnist-200.tif"));
        }
        // ImageJ's filters leave a pool of threads behind that would keep the program alive.
        ThreadUtil.threadPoolExecutor.shutdown();
    }

    private static void writeScenes(int count, Path folder) throws IOException {
        for (int i = 1; i <= count; i++) {
            ImagePlus image = new ImagePlus("", new Variety(new Random(i)).scene());
            saveTiff(image, folder.resolve(String.format("scene-%03d.tif", i)));
        }
        ThreadUtil.threadPoolExecutor.shutdown();
    }

    /** Scenes of all kinds: coarse and fine, sharp and out of focus, on dark and grey ground. */
    private record Variety(Random random) {
        private static final int SIDE = 256;
        private static final int SIGNAL = 40_000;

        ShortProcessor scene() {
            int size = (int) (SIDE * (1 + 1.5 * random.nextDouble()));
            double area = size * size / (double) (SIDE * SIDE);
            int nuclei = (int) (area * random.nextInt(5));
            int filaments = (int) (area * (nuclei == 0 ? 20 : 0) + area * random.nextInt(120));
            Scene scene = new Scene(size, size, nuclei, filaments, random.nextLong());
            FloatProcessor light = new Specimen(scene).seenThroughMicroscope();
            if (random.nextInt(3) == 0) light = blurred(light, 1 + 3 * random.nextDouble());
            return digitize(reduced(light));
        }

        /** With the mean of the pixels that become one. */
        private static FloatProcessor reduced(FloatProcessor light) {
            light.setInterpolationMethod(ImageProcessor.BILINEAR);
            return (FloatProcessor) light.resize(SIDE, SIDE, true);
        }

        private ShortProcessor digitize(FloatProcessor light) {
            light.resetMinAndMax();
            double lowest = light.getMin();
            double scale = SIGNAL / (light.getMax() - lowest);
            double ground = SIGNAL * Math.pow(random.nextDouble(), 3) / 2;
            light.subtract(lowest);
            light.multiply(scale);
            light.add(ground);
            return light.convertToShortProcessor(false);
        }
    }

    private static void writeFluorescence(Path folder) throws IOException {
        List<Scene> scenes =
                List.of(
                        new Scene(256, 256, 6, 0, 11),
                        new Scene(256, 256, 8, 0, 19),
                        new Scene(256, 256, 0, 70, 13),
                        new Scene(256, 256, 0, 110, 14),
                        new Scene(256, 256, 2, 50, 15),
                        new Scene(256, 256, 3, 70, 16),
                        new Scene(256, 256, 3, 90, 17),
                        new Scene(256, 256, 4, 60, 18));
        for (int i = 0; i < scenes.size(); i++) {
            String name = String.format("%02d-%s.tif", i + 1, scenes.get(i).subject());
            Path clean = folder.resolve("train/clean").resolve(name);
            new Camera(scenes.get(i)).expose(clean, folder.resolve("train/noisy").resolve(name));
        }
        Path test = folder.resolve("test");
        new Camera(new Scene(397, 341, 5, 150, 25))
                .expose(test.resolve("clean.tif"), test.resolve("noisy.tif"));
    }

    /** What is in front of the lens: the field in pixels and the structures scattered in it. */
    private record Scene(int width, int height, int nuclei, int filaments, long seed) {

        String subject() {
            if (nuclei == 0) {
                return "filaments";
            }
            return filaments == 0 ? "nuclei" : "cells";
        }

        Point anywhere(Random random) {
            return new Point(width * random.nextDouble(), height * random.nextDouble());
        }

        FloatProcessor dark() {
            return new FloatProcessor(width, height);
        }
    }

    /** A 16-bit camera with a fixed offset, whose read noise is Gaussian and never reaches zero. */
    private record Camera(Scene scene) {
        static final double PIXEL_MICRON = 0.108;
        static final int OFFSET = 1200;
        static final int SIGNAL = 2000;
        static final int NOISE_SIGMA = 200;

        void expose(Path clean, Path noisy) throws IOException {
            ShortProcessor quiet = digitize(new Specimen(scene).seenThroughMicroscope());
            save(quiet, "No noise.", clean);
            String noise =
                    "Gaussian noise added, sigma " + NOISE_SIGMA + " grey levels, no clipping.";
            save(noisy(quiet), noise, noisy);
        }

        private static ShortProcessor digitize(FloatProcessor light) {
            light.resetMinAndMax();
            double scale = SIGNAL / (light.getMax() - light.getMin());
            light.subtract(light.getMin());
            light.multiply(scale);
            light.add(OFFSET);
            return light.convertToShortProcessor(false);
        }

        private ShortProcessor noisy(ShortProcessor quiet) {
            var random = new Random(-scene.seed());
            var noisy = new ShortProcessor(scene.width(), scene.height());
            for (int i = 0; i < noisy.getPixelCount(); i++) {
                noisy.set(i, (int) Math.round(quiet.get(i) + NOISE_SIGMA * random.nextGaussian()));
            }
            return noisy;
        }

        private void save(ShortProcessor pixels, String noise, Path file) throws IOException {
            pixels.setMinAndMax(OFFSET, OFFSET + SIGNAL);
            var image = new ImagePlus(file.getFileName().toString(), pixels);
            image.setCalibration(calibration());
            String origin =
                    "Synthetic fluorescence (" + scene.subject() + "), seed " + scene.seed();
            image.setProperty("Info", origin + ". Camera offset " + OFFSET + ". " + noise + "\n");
            saveTiff(image, file);
        }

        private static Calibration calibration() {
            var calibration = new Calibration();
            calibration.setUnit("micron");
            calibration.pixelWidth = PIXEL_MICRON;
            calibration.pixelHeight = PIXEL_MICRON;
            return calibration;
        }
    }

    /** The fluorescing structures of a scene, in focus and a little out of focus. */
    private static final class Specimen {
        private static final double PSF_SIGMA = 1.1;
        private static final double DEFOCUS_SIGMA = 2.4;
        private static final double HAZE_SIGMA = 14;

        private final Scene scene;
        private final Random random;
        private final FloatProcessor focused;
        private final FloatProcessor defocused;

        Specimen(Scene scene) {
            this.scene = scene;
            random = new Random(scene.seed());
            focused = scene.dark();
            defocused = scene.dark();
            List<Nucleus> nuclei = Nucleus.scattered(scene, random);
            paint(nuclei);
            for (int i = 0; i < scene.filaments(); i++) {
                drawFilament(origin(nuclei, i), 0.5 + 1.1 * random.nextDouble());
            }
            scatterVesicles(12 + scene.filaments() / 2);
        }

        /** Widefield: the sharp plane, its soft neighbours, and a haze of everything else. */
        FloatProcessor seenThroughMicroscope() {
            FloatProcessor haze = (FloatProcessor) focused.duplicate();
            add(haze, defocused, 1);
            FloatProcessor light = blurred(focused, PSF_SIGMA);
            add(light, blurred(defocused, DEFOCUS_SIGMA), 1);
            add(light, blurred(haze, HAZE_SIGMA), 0.3);
            add(light, Texture.unit(scene, 9, random), 0.008);
            return light;
        }

        private void paint(List<Nucleus> nuclei) {
            FloatProcessor chromatin = Texture.fractal(scene, random);
            FloatProcessor foci = Texture.unit(scene, 3.2, random);
            for (int y = 0; y < scene.height(); y++) {
                for (int x = 0; x < scene.width(); x++) {
                    double stain = 0.5 * Math.exp(0.5 * chromatin.getf(x, y));
                    stain += 0.5 * smoothStep((foci.getf(x, y) - 1.3) / 1.2);
                    focused.setf(x, y, (float) (stain * envelope(nuclei, x, y)));
                }
            }
        }

        private static double envelope(List<Nucleus> nuclei, int x, int y) {
            return nuclei.stream().mapToDouble(nucleus -> nucleus.envelope(x, y)).max().orElse(0);
        }

        /** Half of the filaments grow from beside a nucleus, the others from anywhere. */
        private Point origin(List<Nucleus> nuclei, int filament) {
            if (nuclei.isEmpty() || filament % 2 == 0) {
                return anywhere();
            }
            Point centre = nuclei.get(filament / 2 % nuclei.size()).organizingCentre();
            double distance = 4 + 14 * random.nextDouble();
            double angle = 2 * Math.PI * random.nextDouble();
            return centre.plus(distance, angle);
        }

        private void drawFilament(Point start, double density) {
            double step = 0.5;
            double heading = 2 * Math.PI * random.nextDouble();
            double bend = 0;
            double depth = 2 * Math.PI * random.nextDouble();
            int steps = (int) ((60 + 200 * random.nextDouble()) / step);
            Point tip = start;
            for (int i = 0; i < steps; i++) {
                double blur = smoothStep(0.5 + 0.8 * Math.sin(depth + 0.02 * step * i));
                deposit(focused, tip, density * step * (1 - blur));
                deposit(defocused, tip, density * step * blur);
                bend = 0.97 * bend + 0.004 * random.nextGaussian();
                heading += step * bend;
                tip = tip.plus(step, heading);
            }
        }

        private void scatterVesicles(int count) {
            for (int i = 0; i < count; i++) {
                deposit(focused, anywhere(), 1.5 + 4 * random.nextDouble());
            }
        }

        private Point anywhere() {
            return scene.anywhere(random);
        }
    }

    private record Point(double x, double y) {

        Point plus(double distance, double angle) {
            return new Point(x + distance * Math.cos(angle), y + distance * Math.sin(angle));
        }

        double distance(double otherX, double otherY) {
            return Math.hypot(x - otherX, y - otherY);
        }
    }

    /** An ellipse with a wavy edge and dark nucleoli. */
    private record Nucleus(Point centre, double radius, double[] shape, List<Point> nucleoli) {

        /** Nuclei that do not touch; fewer than asked for when the field is full. */
        static List<Nucleus> scattered(Scene scene, Random random) {
            List<Nucleus> nuclei = new ArrayList<>();
            for (int attempt = 0; attempt < 1000 && nuclei.size() < scene.nuclei(); attempt++) {
                Nucleus next = random(scene, random);
                if (nuclei.stream().noneMatch(next::touches)) {
                    nuclei.add(next);
                }
            }
            return nuclei;
        }

        private static Nucleus random(Scene scene, Random random) {
            Point centre = scene.anywhere(random);
            double radius = 34 + 12 * random.nextDouble();
            double[] shape = random.doubles(4).toArray();
            List<Point> nucleoli = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                double distance = 0.65 * radius * Math.sqrt(random.nextDouble());
                nucleoli.add(centre.plus(distance, 2 * Math.PI * random.nextDouble()));
            }
            return new Nucleus(centre, radius, shape, nucleoli);
        }

        private boolean touches(Nucleus other) {
            double distance = centre.distance(other.centre.x(), other.centre.y());
            return distance < 1.15 * (radius + other.radius);
        }

        /** Where the cell's filaments start: just outside the nucleus. */
        Point organizingCentre() {
            return centre.plus(1.15 * radius, 2 * Math.PI * shape[0]);
        }

        /** How much dye is above the pixel: 0 outside, about 1 in the middle. */
        double envelope(double x, double y) {
            double r = centre.distance(x, y) / edge(x, y);
            double thickness = 0.65 + 0.35 * Math.sqrt(Math.max(0, 1 - r * r));
            double dye = thickness * smoothStep((1.04 - r) / 0.1);
            for (Point nucleolus : nucleoli) {
                dye *= 1 - 0.8 * smoothStep((7.5 - nucleolus.distance(x, y)) / 4);
            }
            return dye;
        }

        private double edge(double x, double y) {
            double angle = Math.atan2(y - centre.y(), x - centre.x());
            double oval = 0.16 * Math.cos(2 * (angle - Math.PI * shape[0]));
            double bean = 0.06 * shape[1] * Math.cos(3 * angle + 2 * Math.PI * shape[2]);
            double wave = 0.02 * Math.cos(5 * angle + 2 * Math.PI * shape[3]);
            return radius * (1 + oval + bean + wave);
        }
    }

    /** Random fields of zero mean and unit variance. */
    private static final class Texture {

        /** Blurred with a margin, for the border of a blur has a higher variance. */
        static FloatProcessor unit(Scene scene, double sigma, Random random) {
            int margin = (int) Math.ceil(4 * sigma);
            var field = new FloatProcessor(scene.width() + 2 * margin, scene.height() + 2 * margin);
            for (int i = 0; i < field.getPixelCount(); i++) {
                field.setf(i, (float) random.nextGaussian());
            }
            FloatProcessor smooth = blurred(field, sigma);
            smooth.setRoi(margin, margin, scene.width(), scene.height());
            return standardized((FloatProcessor) smooth.crop());
        }

        static FloatProcessor fractal(Scene scene, Random random) {
            FloatProcessor sum = scene.dark();
            for (double sigma : new double[] {1.4, 2.4, 4.5, 9}) {
                add(sum, unit(scene, sigma, random), 1);
            }
            return standardized(sum);
        }

        private static FloatProcessor standardized(FloatProcessor field) {
            var statistics = field.getStats();
            field.subtract(statistics.mean);
            field.multiply(1 / statistics.stdDev);
            return field;
        }
    }

    /** The test images of Fashion-MNIST in their idx files. */
    private record FashionMnist(Path folder) {
        private static final List<String> CLASSES =
                List.of(
                        "T-shirt/top",
                        "Trouser",
                        "Pullover",
                        "Dress",
                        "Coat",
                        "Sandal",
                        "Shirt",
                        "Sneaker",
                        "Bag",
                        "Ankle boot");
        private static final int SIDE = 28;

        void write(int count, Path file) throws IOException {
            var stack = new ImageStack(SIDE, SIDE);
            try (DataInputStream images = open("t10k-images-idx3-ubyte.gz", 16);
                    DataInputStream labels = open("t10k-labels-idx1-ubyte.gz", 8)) {
                for (int i = 0; i < count; i++) {
                    byte[] pixels = images.readNBytes(SIDE * SIDE);
                    String name = CLASSES.get(labels.readUnsignedByte());
                    stack.addSlice(name, new ByteProcessor(SIDE, SIDE, pixels));
                }
            }
            var image = new ImagePlus(file.getFileName().toString(), stack);
            image.setProperty("Info", "Fashion-MNIST, test images 1-" + count + ". " + LICENCE);
            saveTiff(image, file);
        }

        private static final String LICENCE = "Copyright 2017 Zalando SE, MIT licence.\n";

        private DataInputStream open(String name, int headerBytes) throws IOException {
            var file = Files.newInputStream(folder.resolve(name));
            var stream = new DataInputStream(new GZIPInputStream(file));
            stream.skipNBytes(headerBytes);
            return stream;
        }
    }

    private static void saveTiff(ImagePlus image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new FileSaver(image).serialize());
    }

    private static FloatProcessor blurred(FloatProcessor image, double sigma) {
        FloatProcessor copy = (FloatProcessor) image.duplicate();
        new GaussianBlur().blurGaussian(copy, sigma);
        return copy;
    }

    private static void add(FloatProcessor sum, ImageProcessor part, double weight) {
        for (int i = 0; i < sum.getPixelCount(); i++) {
            sum.setf(i, (float) (sum.getf(i) + weight * part.getf(i)));
        }
    }

    /**
     * Shares an amount of dye among the four pixels around a point; outside the field it is lost.
     */
    private static void deposit(FloatProcessor image, Point point, double amount) {
        int left = (int) Math.floor(point.x());
        int top = (int) Math.floor(point.y());
        if (left < 0 || top < 0 || left + 1 >= image.getWidth() || top + 1 >= image.getHeight()) {
            return;
        }
        for (int corner = 0; corner < 4; corner++) {
            int column = left + corner % 2;
            int row = top + corner / 2;
            double share = (1 - Math.abs(point.x() - column)) * (1 - Math.abs(point.y() - row));
            image.setf(column, row, (float) (image.getf(column, row) + amount * share));
        }
    }

    /** 0 below 0, 1 above 1, smooth between. */
    private static double smoothStep(double t) {
        double clamped = Math.max(0, Math.min(1, t));
        return clamped * clamped * (3 - 2 * clamped);
    }
}
