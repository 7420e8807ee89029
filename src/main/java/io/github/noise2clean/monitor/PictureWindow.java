package io.github.noise2clean.monitor;

import ij.IJ;
import ij.gui.GUI;
import ij.macro.Interpreter;
import ij.plugin.frame.PlugInFrame;
import ij.process.ImageProcessor;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Optional;
import javax.swing.ImageIcon;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;

/**
 * A window with pictures that can be replaced, each on a tab of its own.
 *
 * <p>It holds no ImageJ image: that would become the active one, which the next line of a macro
 * takes for its input.
 */
final class PictureWindow {

    private final JTabbedPane tabs = new JTabbedPane();

    /** A picture and the name of its tab. */
    record Page(String name, ImageProcessor picture) {

        private ImageIcon icon() {
            return new ImageIcon(picture.getBufferedImage());
        }
    }

    private PictureWindow() {}

    /** Opens none without a screen, and in a macro's batch mode. */
    static Optional<PictureWindow> open(String title, List<Page> pages) {
        if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) return Optional.empty();
        PictureWindow window = new PictureWindow();
        EventQueue.invokeLater(() -> window.build(title, pages));
        return Optional.of(window);
    }

    /** Replaces the pictures, which are as many as there were, in the same order. */
    void show(List<Page> pages) {
        List<ImageIcon> icons = pages.stream().map(Page::icon).toList();
        EventQueue.invokeLater(() -> replace(icons));
    }

    private void build(String title, List<Page> pages) {
        PlugInFrame frame = new PlugInFrame(title);
        Optional.ofNullable(IJ.getInstance()).ifPresent(frame::addKeyListener);
        for (Page page : pages) tabs.addTab(page.name(), new JLabel(page.icon()));
        frame.add(tabs);
        frame.pack();
        frame.setResizable(false);
        frame.setAutoRequestFocus(false);
        GUI.centerOnImageJScreen(frame);
        frame.setVisible(true);
    }

    private void replace(List<ImageIcon> icons) {
        for (int i = 0; i < icons.size(); i++)
            ((JLabel) tabs.getComponentAt(i)).setIcon(icons.get(i));
    }
}
