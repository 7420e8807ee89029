package io.github.noise2clean.denoise;

import java.util.List;

/** Denoises a piece in several passes, of which mean, standard deviation and all are kept. */
record Ensemble(List<Pass> passes) {

    /** Of a piece's maps, the first is the mean and the second the standard deviation. */
    private static final int FIRST_SAMPLE = 2;

    Ensemble {
        passes = List.copyOf(passes);
    }

    /**
     * @param maps one and the same noisy piece with the places for the mean, the standard deviation
     *     and each pass; the last ones may be missing
     */
    void denoise(List<ImagePiece> maps, Progress progress) {
        if (passes.size() == 1 && maps.size() == 1) passes.get(0).denoise(maps.get(0), progress);
        else keepMoments(maps, progress);
    }

    private void keepMoments(List<ImagePiece> maps, Progress progress) {
        ImagePiece mean = maps.get(0);
        float[] denoised = new float[mean.values()];
        RunningMoments moments = new RunningMoments(denoised.length);
        for (int i = 0; i < passes.size(); i++) {
            passes.get(i).denoise(mean.into(denoised), progress);
            moments.add(denoised);
            if (FIRST_SAMPLE + i < maps.size()) maps.get(FIRST_SAMPLE + i).fill(denoised);
        }
        mean.fill(moments.mean());
        if (maps.size() > 1) maps.get(1).fill(moments.standardDeviation());
    }
}
