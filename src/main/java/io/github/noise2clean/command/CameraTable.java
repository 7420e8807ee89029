package io.github.noise2clean.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.noise2clean.camera.Camera;
import io.github.noise2clean.camera.CameraEstimate;
import io.github.noise2clean.noise.CameraNoise;
import java.util.List;

/** Rows of ImageJ's own Results table, one per channel of an image. Earlier rows stay. */
record CameraTable(ImagePlus image) {

    void append(List<CameraEstimate> channels) {
        ResultsTable table = ResultsTable.getResultsTable();
        for (int i = 0; i < channels.size(); i++)
            addRow(table, i + 1, channels.get(i).camera().rounded());
        table.show("Results");
    }

    private void addRow(ResultsTable table, int channel, Camera camera) {
        table.addRow();
        table.addLabel(image.getTitle());
        table.addValue("Channel", channel);
        table.addValue("Gain", camera.gain());
        table.addValue("Offset", camera.offset());
        table.addValue("Read noise", camera.readNoise());
        table.addValue("Noise", new CameraNoise(camera).toString());
    }
}
