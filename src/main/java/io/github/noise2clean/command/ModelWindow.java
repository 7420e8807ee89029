package io.github.noise2clean.command;

import io.github.noise2clean.library.ListedModel;
import java.awt.Font;
import java.util.List;
import java.util.Optional;
import javax.swing.JList;
import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;

/** A window with all models at hand, a line for each, of which the user chooses one. */
record ModelWindow(List<ListedModel> models) {

    private static final int LINES = 14;

    /** The name of the chosen model; empty where there is none. On the event thread. */
    Optional<String> choose() {
        JList<ListedModel> list = list();
        int answer =
                JOptionPane.showConfirmDialog(
                        null,
                        new JScrollPane(list),
                        "Models at hand",
                        JOptionPane.OK_CANCEL_OPTION,
                        JOptionPane.PLAIN_MESSAGE);
        return answer == JOptionPane.OK_OPTION
                ? Optional.ofNullable(list.getSelectedValue()).map(ListedModel::name)
                : Optional.empty();
    }

    JList<ListedModel> list() {
        JList<ListedModel> list = new JList<>(models.toArray(ListedModel[]::new));
        list.setFont(new Font(Font.MONOSPACED, Font.PLAIN, list.getFont().getSize()));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setSelectedIndex(0);
        list.setVisibleRowCount(Math.min(LINES, models.size()));
        return list;
    }
}
