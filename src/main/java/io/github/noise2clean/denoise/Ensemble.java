package io.github.noise2clean.denoise;

import java.util.List;

/** Denoises pieces in several passes, of which mean, standard deviation and all are kept. */
record Ensemble(List<Pass> passes) {

    /** Of a piece's maps, the first is the mean and the second the standard deviation. */
    private static final int FIRST_SAMPLE = 2;

    Ensemble {
        passes = List.copyOf(passes);
    }

    /**
     * @param pieces each with its maps: one and the same noisy piece with the places for the mean,
     *     the standard deviation and each pass; the last ones may be missing
     */
    void denoise(List<List<ImagePiece>> pieces, Progress progress) {
        boolean single = passes.size() == 1 && pieces.stream().allMatch(maps -> maps.size() == 1);
        if (single)
            passes.get(0).denoise(pieces.stream().map(maps -> maps.get(0)).toList(), progress);
        else pieces.forEach(maps -> keepMoments(maps, progress));
    }

    private void keepMoments(List<ImagePiece> maps, Progress progress) {
        ImagePiece mean = maps.get(0);
        float[] denoised = new float[mean.values()];
        RunningMoments moments = new RunningMoments(denoised.length);
        for (int i = 0; i < passes.size(); i++) {
            passes.get(i).denoise(List.of(mean.into(denoised)), progress);
            moments.add(denoised);
            if (FIRST_SAMPLE + i < maps.size()) maps.get(FIRST_SAMPLE + i).fill(denoised);
        }
        mean.fill(moments.mean());
        if (maps.size() > 1) maps.get(1).fill(moments.standardDeviation());
    }
}
