package io.github.noise2clean.live;

import ij.ImagePlus;
import ij.plugin.ContrastEnhancer;
import ij.process.ImageProcessor;
import io.github.noise2clean.image.DataRange;
import io.github.noise2clean.monitor.TestMontage.Row;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.ImageIcon;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

/**
 * An image to choose a region in, and that region noisy, denoised, and as it should be or as the
 * two differ.
 */
final class PreviewPanel extends JPanel {

    private static final long serialVersionUID = 1;

    private static final int SIDE = 224;
    private static final int GAP = 6;
    private static final double SATURATED_PERCENT = 0.35;
    private static final String TARGET = "target";
    private static final String DIFFERENCE = "difference";

    private final transient PreviewImages images;
    private final RegionChooser chooser;
    private final JLabel noisy = picture("noisy");
    private final JLabel denoised = picture("denoised after the first epoch");
    private final JLabel third = picture("");
    private final JLabel hint = new JLabel("draw the region to look at", JLabel.CENTER);
    private final JComboBox<String> choice = new JComboBox<>(new String[] {TARGET, DIFFERENCE});
    private final JSpinner index;
    private transient Optional<RegionPreview> preview = Optional.empty();

    /**
     * @param chosen told which region was chosen
     */
    PreviewPanel(PreviewImages images, Consumer<PreviewPlace> chosen) {
        super(new BorderLayout(GAP, GAP));
        this.images = images;
        this.chooser = new RegionChooser(images.first(), chosen);
        this.index = new JSpinner(new SpinnerNumberModel(1, 1, images.images().size(), 1));
        index.addChangeListener(event -> chosen.accept(chosenImage()));
        choice.addActionListener(event -> preview.ifPresent(this::showThird));
        add(choices(), BorderLayout.NORTH);
        add(pictures(), BorderLayout.CENTER);
    }

    /** Looks at another region of the same image. */
    void choose(PreviewPlace place) {
        chooser.show(place);
    }

    void show(RegionPreview made, String when) {
        preview = Optional.of(made);
        DataRange range = range(made.target().orElse(made.denoised()));
        show(noisy, made.noisy(), range, "noisy");
        show(denoised, made.denoised(), range, "denoised, " + when);
        showThird(made);
    }

    /** Says why there is nothing to see. */
    void show(String sentence) {
        preview = Optional.empty();
        denoised.setIcon(null);
        denoised.setText("<html>" + sentence + "</html>");
    }

    /** No other region can be looked at any more. */
    void end() {
        chooser.setEnabled(false);
        index.setEnabled(false);
        hint.setText(" ");
    }

    /** What is seen, if there is anything. */
    Optional<RegionPreview> preview() {
        return preview;
    }

    private PreviewPlace chosenImage() {
        int number = (Integer) index.getValue();
        PreviewPlace place =
                new PreviewPlace(images.images().get(number - 1), chooser.place().region());
        chooser.show(place);
        return place;
    }

    private void showThird(RegionPreview made) {
        if (TARGET.equals(choice.getSelectedItem()) && made.target().isPresent())
            show(third, made.target().get(), range(made.target().get()), "target");
        else {
            ImagePlus difference = made.difference();
            DataRange range = range(difference);
            double most = Math.max(Math.abs(range.min()), Math.abs(range.max()));
            show(third, difference, new DataRange(-most, most), "noisy - denoised");
        }
    }

    private static void show(JLabel label, ImagePlus image, DataRange range, String text) {
        ImageProcessor picture = Row.of(text, image, 1, range).images().get(0).convertToRGB();
        double magnification = (double) SIDE / Math.max(picture.getWidth(), picture.getHeight());
        picture.setInterpolationMethod(
                magnification > 1 ? ImageProcessor.NONE : ImageProcessor.BILINEAR);
        label.setIcon(
                new ImageIcon(
                        picture.resize(
                                        (int) Math.round(picture.getWidth() * magnification),
                                        (int) Math.round(picture.getHeight() * magnification))
                                .getBufferedImage()));
        label.setText(text);
    }

    /** Of the first channel; a small share of the pixels lies beyond. */
    private static DataRange range(ImagePlus image) {
        ImageProcessor plane = image.getStack().getProcessor(1).duplicate();
        new ContrastEnhancer().stretchHistogram(plane, SATURATED_PERCENT);
        return new DataRange(plane.getMin(), Math.max(plane.getMin(), plane.getMax()));
    }

    private Component choices() {
        JPanel panel = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 0));
        panel.add(new JLabel(images.kind()));
        panel.add(index);
        panel.add(new JLabel("of " + images.images().size() + ", beside it the"));
        panel.add(choice);
        return panel;
    }

    private Component pictures() {
        JPanel panel = new JPanel(new GridLayout(2, 2, GAP, GAP));
        panel.add(overview());
        panel.add(third);
        panel.add(noisy);
        panel.add(denoised);
        return panel;
    }

    private Component overview() {
        JPanel panel = new JPanel(new BorderLayout());
        panel.add(hint, BorderLayout.SOUTH);
        panel.add(chooser, BorderLayout.CENTER);
        return panel;
    }

    private static JLabel picture(String text) {
        JLabel label = new JLabel(text, JLabel.CENTER);
        label.setVerticalTextPosition(JLabel.BOTTOM);
        label.setHorizontalTextPosition(JLabel.CENTER);
        label.setPreferredSize(new Dimension(SIDE + GAP, SIDE + 4 * GAP));
        return label;
    }
}
