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
    private final PlugInFrame frame;

    /** A picture and the name of its tab. */
    record Page(String name, ImageProcessor picture) {

        private ImageIcon icon() {
            return new ImageIcon(picture.getBufferedImage());
        }
    }

    private PictureWindow(String title) {
        frame = new PlugInFrame(title);
    }

    /** Opens none without a screen, and in a macro's batch mode. */
    static Optional<PictureWindow> open(String title, List<Page> pages) {
        if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) return Optional.empty();
        PictureWindow window = new PictureWindow(title);
        EventQueue.invokeLater(() -> window.build(pages));
        return Optional.of(window);
    }

    /** Replaces the first pictures, in the same order. */
    void show(List<Page> pages) {
        List<ImageIcon> icons = pages.stream().map(Page::icon).toList();
        EventQueue.invokeLater(() -> replace(icons));
    }

    /** Adds a picture and brings it to the front of the window. */
    void add(Page page) {
        JLabel label = new JLabel(page.icon());
        EventQueue.invokeLater(() -> add(page.name(), label));
    }

    private void build(List<Page> pages) {
        Optional.ofNullable(IJ.getInstance()).ifPresent(frame::addKeyListener);
        for (Page page : pages) tabs.addTab(page.name(), new JLabel(page.icon()));
        frame.add(tabs);
        frame.pack();
        frame.setResizable(false);
        frame.setAutoRequestFocus(false);
        GUI.centerOnImageJScreen(frame);
        frame.setVisible(true);
    }

    private void add(String name, JLabel label) {
        tabs.addTab(name, label);
        tabs.setSelectedComponent(label);
        frame.pack();
    }

    private void replace(List<ImageIcon> icons) {
        for (int i = 0; i < icons.size(); i++)
            ((JLabel) tabs.getComponentAt(i)).setIcon(icons.get(i));
    }
}
