package io.github.noise2clean.monitor;

import ij.IJ;
import ij.gui.GUI;
import ij.macro.Interpreter;
import ij.plugin.frame.PlugInFrame;
import ij.process.ImageProcessor;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Optional;
import javax.swing.ImageIcon;
import javax.swing.JLabel;

/**
 * A window with one picture that can be replaced.
 *
 * <p>It holds no ImageJ image: that would become the active one, which the next line of a macro
 * takes for its input.
 */
final class PictureWindow {

    private final JLabel label = new JLabel();

    private PictureWindow() {}

    /** Opens none without a screen, and in a macro's batch mode. */
    static Optional<PictureWindow> open(String title, ImageProcessor picture) {
        if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) return Optional.empty();
        PictureWindow window = new PictureWindow();
        EventQueue.invokeLater(() -> window.open(title, icon(picture)));
        return Optional.of(window);
    }

    void show(ImageProcessor picture) {
        ImageIcon icon = icon(picture);
        EventQueue.invokeLater(() -> label.setIcon(icon));
    }

    private void open(String title, ImageIcon icon) {
        PlugInFrame frame = new PlugInFrame(title);
        Optional.ofNullable(IJ.getInstance()).ifPresent(frame::addKeyListener);
        label.setIcon(icon);
        frame.add(label);
        frame.pack();
        frame.setResizable(false);
        frame.setAutoRequestFocus(false);
        GUI.centerOnImageJScreen(frame);
        frame.setVisible(true);
    }

    private static ImageIcon icon(ImageProcessor picture) {
        return new ImageIcon(picture.getBufferedImage());
    }
}
