package io.github.noise2clean.monitor;

import ij.process.ImageProcessor;
import java.awt.Color;
import java.util.List;
import javax.swing.ImageIcon;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;

/** Pictures that can be replaced, each on a tab of its own. */
public final class PictureTabs extends JTabbedPane {

    private static final long serialVersionUID = 1;

    /** A picture and the name of its tab. */
    public record Page(String name, ImageProcessor picture) {

        private ImageIcon icon() {
            return new ImageIcon(picture.getBufferedImage());
        }
    }

    /** Replaces the pictures whose tabs have these names, and adds the others. */
    public void show(List<Page> pages) {
        for (Page page : pages) {
            int tab = indexOfTab(page.name());
            if (tab < 0) addTab(page.name(), onWhite(page.icon()));
            else ((JLabel) getComponentAt(tab)).setIcon(page.icon());
        }
    }

    private static JLabel onWhite(ImageIcon icon) {
        JLabel label = new JLabel(icon);
        label.setBackground(Color.WHITE);
        label.setOpaque(true);
        return label;
    }

    /** Adds a picture and brings it to the front. */
    public void showInFront(Page page) {
        show(List.of(page));
        setSelectedIndex(indexOfTab(page.name()));
    }
}
