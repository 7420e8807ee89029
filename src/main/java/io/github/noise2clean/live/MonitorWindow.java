package io.github.noise2clean.live;

import ij.IJ;
import ij.WindowManager;
import ij.gui.GUI;
import io.github.noise2clean.monitor.PictureTabs;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.KeyStroke;

/**
 * The window itself, to be touched on the event thread only. Closing it does not end the training.
 *
 * <p>It holds no ImageJ image until the user asks for one: that would become the active one, which
 * the next line of a macro takes for its input.
 */
final class MonitorWindow {

    private static final int GAP = 8;
    private static final int PARTS = 1000;

    private final String title;
    private final TrainingControl control;
    private final JFrame frame;
    private final JLabel progress = new JLabel(" ");
    private final JLabel device = new JLabel(" ");
    private final JProgressBar bar = new JProgressBar(0, PARTS);
    private final PictureTabs tabs = new PictureTabs();
    private final PreviewPanel preview;
    private final JButton pause = new JButton("Pause");
    private final JButton stop = new JButton("Stop and keep");
    private final JButton cancel = new JButton("Cancel");
    private final JButton keep = new JButton("Open as windows");
    private Curves curves = new TrainingLosses().curves();

    MonitorWindow(String title, PreviewPanel preview, TrainingControl control) {
        this.title = title;
        this.preview = preview;
        this.control = control;
        this.frame = new JFrame(title);
        pause.addActionListener(event -> pauseOrGoOn());
        stop.addActionListener(event -> stop());
        cancel.addActionListener(event -> cancel());
        keep.addActionListener(event -> openWindows());
        describeButtons();
    }

    void open() {
        show(curves);
        frame.add(contents());
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        frame.addWindowListener(new Farewell());
        frame.getRootPane()
                .registerKeyboardAction(
                        event -> stop(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        frame.pack();
        frame.setAutoRequestFocus(false);
        GUI.centerOnImageJScreen(frame);
        frame.setVisible(true);
        WindowManager.addWindow(frame);
    }

    /** Whether the user has not closed it. */
    boolean isOpen() {
        return frame.isDisplayable();
    }

    PreviewPanel preview() {
        return preview;
    }

    /**
     * @param done share of the training
     */
    void show(double done, String text, String deviceText) {
        bar.setValue((int) Math.round(PARTS * done));
        progress.setText(text);
        device.setText(deviceText);
    }

    void show(Curves now) {
        curves = now;
        tabs.show(now.pages());
    }

    /** Shows a picture in front of the curves. */
    void show(PictureTabs.Page page) {
        tabs.showInFront(page);
        frame.pack();
    }

    /** Nothing more will happen; why, in a sentence. */
    void end(String sentence) {
        progress.setText(sentence);
        preview.end();
        for (JButton button : new JButton[] {pause, stop, cancel}) button.setEnabled(false);
    }

    private void pauseOrGoOn() {
        if (control.isPaused()) control.goOn();
        else control.pause();
        pause.setText(control.isPaused() ? "Go on" : "Pause");
        if (control.isPaused()) progress.setText("Paused. " + progress.getText());
    }

    private void stop() {
        control.stop();
        progress.setText("Stopping after this step...");
    }

    private void cancel() {
        if (!curves.history().isEmpty() && !isSure()) return;
        control.cancel();
        progress.setText("Cancelling...");
    }

    private boolean isSure() {
        String question =
                "Throw away what was learned in %d epochs? 'Stop and keep' would save it."
                        .formatted(curves.history().size());
        return JOptionPane.showConfirmDialog(frame, question, title, JOptionPane.YES_NO_OPTION)
                == JOptionPane.YES_OPTION;
    }

    private void openWindows() {
        curves.showPlots(title);
        curves.table().show(title + ": history");
        preview.preview().ifPresent(made -> made.stack(title + ": preview").show());
    }

    private void describeButtons() {
        pause.setToolTipText("Waits after this step, and goes on from there.");
        stop.setToolTipText("Ends the training and saves the model so far; Esc does the same.");
        cancel.setToolTipText("Ends the training and throws away what it has learned.");
        keep.setToolTipText(
                "Opens the curves as plots, the history as a table and the preview as a stack.");
    }

    private Component contents() {
        JPanel all = new JPanel(new BorderLayout(GAP, GAP));
        all.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        all.add(state(), BorderLayout.NORTH);
        all.add(tabs, BorderLayout.CENTER);
        all.add(preview, BorderLayout.EAST);
        all.add(buttons(), BorderLayout.SOUTH);
        return all;
    }

    private Component state() {
        JPanel lines = new JPanel(new GridLayout(3, 1, 0, 2));
        lines.add(progress);
        lines.add(device);
        lines.add(bar);
        return lines;
    }

    private Component buttons() {
        JPanel row = new JPanel(new FlowLayout(FlowLayout.RIGHT, GAP, 0));
        for (JButton button : new JButton[] {keep, pause, stop, cancel}) row.add(button);
        return row;
    }

    private final class Farewell extends WindowAdapter {

        @Override
        public void windowClosed(WindowEvent event) {
            WindowManager.removeWindow(frame);
            if (stop.isEnabled()) IJ.log("The training goes on without its window; Esc stops it.");
        }
    }
}
