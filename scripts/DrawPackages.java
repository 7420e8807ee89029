import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Draws the packages in the layers that LayersOfCodeTest holds them to, highest first, each with
 * the first sentence that its package-info says of it.
 */
public final class DrawPackages {

    private static final String BASE = "java/io/github/noise2clean/";
    private static final Path TEST =
            Path.of("src", "test").resolve(BASE).resolve("LayersOfCodeTest.java");
    private static final Pattern SET = Pattern.compile("(PIXELS|Set\\.of)\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("\"(\\w+)\"");
    private static final Pattern SENTENCE =
            Pattern.compile("/\\*\\*[\\s*]*(.*?\\.)(?:\\s|\\*/)", Pattern.DOTALL);

    private static final int SCALE = 2;
    private static final int WIDTH = 1220;
    private static final int GAP = 8;
    private static final int LINE = 15;
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /** Usage: java DrawPackages.java FILE.png, in the project's folder. */
    public static void main(String[] args) throws IOException {
        ImageIO.write(picture(layers()), "png", new File(args[0]));
    }

    /** The layers of the test, highest first. */
    private static List<List<String>> layers() throws IOException {
        String test = Files.readString(TEST);
        String pixels = between(test, "PIXELS =", ";");
        String others = between(test, "LAYERS =", ";");
        List<List<String>> layers = new ArrayList<>();
        layers.add(names(pixels));
        SET.matcher(others).results().map(MatchResult::group).forEach(s -> layers.add(names(s)));
        Collections.reverse(layers);
        return layers;
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        return text.substring(from, text.indexOf(end, from));
    }

    private static List<String> names(String set) {
        return NAME.matcher(set).results().map(match -> match.group(1)).toList();
    }

    private static String sentence(String name) throws IOException {
        for (String root : List.of("src/main/", "src/imagej-ops/")) {
            Path info = Path.of(root + BASE, name, "package-info.java");
            if (Files.exists(info)) return sentence(info);
        }
        throw new IOException("There is no package " + name + ".");
    }

    private static String sentence(Path info) throws IOException {
        return SENTENCE.matcher(Files.readString(info))
                .results()
                .map(match -> match.group(1).replaceAll("\\s+(\\* )?", " "))
                .findFirst()
                .orElseThrow();
    }

    private static BufferedImage picture(List<List<String>> layers) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (List<String> layer : layers) rows.add(Row.of(layer));
        int height = GAP + rows.stream().mapToInt(row -> row.height() + GAP).sum();
        var picture = new BufferedImage(SCALE * WIDTH, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(SCALE, SCALE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, height);
        int y = GAP;
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).draw(pen, y, shade(i, rows.size()));
            y += rows.get(i).height() + GAP;
        }
        pen.dispose();
        return picture;
    }

    /** From yellow at the top to blue at the bottom. */
    private static Color shade(int row, int rows) {
        return Color.getHSBColor(0.13f + 0.45f * row / rows, 0.22f, 0.97f);
    }

    /** A package, and its sentence cut into lines. */
    private record Box(String name, List<String> lines) {

        static Box of(String name, int width) throws IOException {
            List<String> lines = new ArrayList<>();
            String line = "";
            for (String word : sentence(name).split(" ")) {
                if (width(line + " " + word) > width - 20) {
                    lines.add(line);
                    line = "";
                }
                line = (line + " " + word).strip();
            }
            lines.add(line);
            return new Box(name, lines);
        }

        private static double width(String text) {
            var picture = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
            return picture.createGraphics().getFontMetrics(PLAIN).stringWidth(text);
        }

        void draw(Graphics2D pen, int x, int y) {
            pen.setColor(Color.BLACK);
            pen.setFont(BOLD);
            pen.drawString(name, x + 10, y + 19);
            pen.setFont(PLAIN);
            for (int i = 0; i < lines.size(); i++)
                pen.drawString(lines.get(i), x + 10, y + 37 + i * LINE);
        }
    }

    /** A layer: boxes side by side. */
    private record Row(List<Box> boxes, int width, int height) {

        static Row of(List<String> names) throws IOException {
            int width = (WIDTH - GAP) / names.size() - GAP;
            List<Box> boxes = new ArrayList<>();
            for (String name : names) boxes.add(Box.of(name, width));
            int lines = boxes.stream().mapToInt(box -> box.lines().size()).max().orElseThrow();
            return new Row(boxes, width, 30 + lines * LINE);
        }

        void draw(Graphics2D pen, int y, Color colour) {
            for (int i = 0; i < boxes.size(); i++) {
                int x = GAP + i * (width + GAP);
                pen.setColor(colour);
                pen.fillRoundRect(x, y, width, height, 10, 10);
                boxes.get(i).draw(pen, x, y);
            }
        }
    }
}
