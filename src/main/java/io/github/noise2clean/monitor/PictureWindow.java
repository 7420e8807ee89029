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

/**
 * A window with a picture.
 *
 * <p>It holds no ImageJ image: that would become the active one, which the next line of a macro
 * takes for its input.
 */
public final class PictureWindow {

    private PictureWindow() {}

    /** Whether there is anybody to see a window: not without a screen, nor in batch mode. */
    public static boolean isSeen() {
        return !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
    }

    /** Opens it where it is seen. */
    static void open(String title, String name, ImageProcessor picture) {
        if (isSeen()) EventQueue.invokeLater(() -> build(title, name, picture));
    }

    private static void build(String title, String name, ImageProcessor picture) {
        PlugInFrame frame = new PlugInFrame(title);
        PictureTabs tabs = new PictureTabs();
        tabs.show(List.of(new PictureTabs.Page(name, picture)));
        Optional.ofNullable(IJ.getInstance()).ifPresent(frame::addKeyListener);
        frame.add(tabs);
        frame.pack();
        frame.setResizable(false);
        frame.setAutoRequestFocus(false);
        GUI.centerOnImageJScreen(frame);
        frame.setVisible(true);
    }
}
