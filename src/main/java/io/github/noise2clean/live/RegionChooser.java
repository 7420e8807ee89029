package io.github.noise2clean.live;

import ij.plugin.ContrastEnhancer;
import ij.process.FloatProcessor;
import io.github.noise2clean.dataset.TrainingImage;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * A small picture of a whole image, in which a person draws the region to look at: by dragging, or
 * by a click on its middle.
 */
final class RegionChooser extends JComponent {

    private static final long serialVersionUID = 1;

    private static final int SIDE = 224;
    private static final int SHORTEST_DRAG = 4;
    private static final double SATURATED_PERCENT = 0.35;

    private final transient Consumer<PreviewPlace> chosen;
    private transient PreviewPlace place;
    private transient Image picture;
    private Rectangle region;

    /**
     * @param chosen told which region was drawn
     */
    RegionChooser(PreviewPlace first, Consumer<PreviewPlace> chosen) {
        this.chosen = chosen;
        this.place = first;
        this.picture = picture(first.image());
        this.region = first.region();
        setPreferredSize(new Dimension(SIDE, SIDE));
        setToolTipText("Drag to draw the region to look at, or click on its middle.");
        Drawing drawing = new Drawing();
        addMouseListener(drawing);
        addMouseMotionListener(drawing);
    }

    /** What is looked at. */
    PreviewPlace place() {
        return place;
    }

    /** Shows another image, or another region of it. */
    void show(PreviewPlace other) {
        if (other.image() != place.image()) picture = picture(other.image());
        place = other;
        region = other.region();
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Rectangle all = PreviewPlace.bounds(place.image());
        graphics.drawImage(picture, 0, 0, shown(all.width), shown(all.height), null);
        graphics.setColor(Color.YELLOW);
        graphics.drawRect(
                shown(region.x),
                shown(region.y),
                Math.max(1, shown(region.width) - 1),
                Math.max(1, shown(region.height) - 1));
    }

    private void choose(Rectangle drawn) {
        show(new PreviewPlace(place.image(), drawn));
        chosen.accept(place);
    }

    private double magnification() {
        Rectangle all = PreviewPlace.bounds(place.image());
        return (double) SIDE / Math.max(all.width, all.height);
    }

    private int shown(int pixels) {
        return (int) Math.round(pixels * magnification());
    }

    private int pixels(int shown) {
        return (int) Math.round(shown / magnification());
    }

    /** The first channel, of a volume in the middle slice; of a large image, every n-th pixel. */
    private static Image picture(TrainingImage image) {
        RandomAccessibleInterval<FloatType> pixels = image.target();
        pixels =
                Views.hyperSlice(
                        pixels, pixels.numDimensions() - 1, pixels.min(pixels.numDimensions() - 1));
        if (pixels.numDimensions() == 3)
            pixels = Views.hyperSlice(pixels, 2, (pixels.min(2) + pixels.max(2)) / 2);
        long step = Math.max(1, Math.max(pixels.dimension(0), pixels.dimension(1)) / SIDE);
        return stretched(Views.subsample(Views.zeroMin(pixels), step)).getBufferedImage();
    }

    private static FloatProcessor stretched(RandomAccessibleInterval<FloatType> pixels) {
        FloatProcessor picture =
                new FloatProcessor((int) pixels.dimension(0), (int) pixels.dimension(1));
        Cursor<FloatType> cursor = Views.flatIterable(pixels).cursor();
        for (int i = 0; cursor.hasNext(); i++) picture.setf(i, cursor.next().get());
        new ContrastEnhancer().stretchHistogram(picture, SATURATED_PERCENT);
        return picture;
    }

    /** From the point where the mouse was pressed to where it is. */
    private final class Drawing extends MouseAdapter {

        private Point pressed = new Point();

        @Override
        public void mousePressed(MouseEvent event) {
            pressed = event.getPoint();
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            if (!isEnabled()) return;
            region = drawn(event.getPoint());
            repaint();
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            if (!isEnabled()) return;
            boolean dragged = pressed.distance(event.getPoint()) >= SHORTEST_DRAG;
            choose(dragged ? drawn(event.getPoint()) : around(event.getPoint()));
        }

        private Rectangle drawn(Point end) {
            Rectangle shown = new Rectangle(pressed);
            shown.add(end);
            return new Rectangle(
                    pixels(shown.x), pixels(shown.y), pixels(shown.width), pixels(shown.height));
        }

        private Rectangle around(Point middle) {
            Rectangle old = place.region();
            return new Rectangle(
                    pixels(middle.x) - old.width / 2,
                    pixels(middle.y) - old.height / 2,
                    old.width,
                    old.height);
        }
    }
}
