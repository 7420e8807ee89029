package io.github.noise2clean.blocks;

import io.github.noise2clean.denoise.DenoisingSettings;
import io.github.noise2clean.denoise.TileGrid;
import io.github.noise2clean.image.AxisImage;
import io.github.noise2clean.image.IntensityMap;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.library.PortableModel;
import io.github.noise2clean.model.DenoisingModel;
import io.github.noise2clean.tensor.Host;
import io.github.noise2clean.tensor.MemoryEstimate;
import io.github.noise2clean.trust.SeenRange;
import io.github.noise2clean.zarr.OmeZarr;
import io.github.noise2clean.zarr.ZarrArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Denoises an OME-Zarr image into another one, block by block: the same pixels whatever the blocks
 * are, and whoever denoises them in which order.
 *
 * <p>What is done to the grey values is found in all of the image first, then level 0 is denoised,
 * then the smaller levels are made of it. A block is done when all its chunks are there.
 */
public final class ZarrDenoising {

    private final BlockRequest request;
    private final OmeZarr noisy;
    private final StoredImage image;
    private final DenoisingModel model;
    private final PortableModel portable;
    private final TileGrid tiles;
    private final BlockPlan plan;

    /**
     * Looks at the metadata only and writes nothing.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the model does not take the
     *     image, or there can be no such blocks
     * @throws IOException with a sentence, if an image or the model cannot be used, or there is
     *     something at the output that is not to be resumed
     */
    public ZarrDenoising(BlockRequest request, InstalledModels models) throws IOException {
        this.request = request;
        this.noisy = OmeZarr.open(request.places().inputPath());
        this.image = StoredImage.of(noisy);
        request.places().requireUsable();
        this.model = models.open(request.model());
        this.portable = PortableModel.of(models, request.model(), model);
        this.tiles = tiles(begun());
        this.plan = BlockPlan.of(image, model, tiles, request.block());
    }

    /** What will be done, one line each. */
    public List<String> plan() {
        MemoryEstimate memory =
                new MemoryEstimate(plan.bytesOfBlock(), Optional.of(Host.heapNow()));
        return List.of(
                request.places().input() + ": " + plan.imageText(),
                "the network is shown " + tiles.sentence(request.settings().device()),
                plan.blocksText(),
                "a block takes " + memory + " of Java's memory");
    }

    /** What all processes that work at it must find. */
    public PortableModel model() {
        return portable;
    }

    /** Where the denoised image goes. */
    public Path outputPath() throws IOException {
        return request.places().outputPath();
    }

    /**
     * Does it.
     *
     * @throws IOException with a sentence, if something cannot be read or written, or the output
     *     was begun in another way
     * @throws java.util.concurrent.CancellationException if the runner is stopped; the output can
     *     be resumed
     */
    public DenoisedZarr run(TaskRunner runner, JobListener listener) throws IOException {
        try {
            String input = request.places().input();
            List<IntensityMap> maps =
                    new WholeIntensities(image, input, runner, listener).of(model);
            OmeZarr denoised = output(JobNote.of(noisy, model, tiles.networkTile(), maps));
            JobSummary summary = denoise(denoised.level(0), maps, runner, listener);
            shrink(denoised, runner, listener);
            return new DenoisedZarr(summary, image, StoredImage.of(denoised), seen(maps));
        } finally {
            ProcessNetwork.release();
        }
    }

    /** The output as a former job has left it. */
    private Optional<OmeZarr> begun() throws IOException {
        if (!request.places().hasOutput()) return Optional.empty();
        String output = request.places().output();
        if (!request.resume())
            throw new IOException(
                    "There is something at %s already: name another output, or add --resume to finish what was begun there."
                            .formatted(output));
        OmeZarr begun = OmeZarr.open(request.places().outputPath());
        if (JobNote.of(begun).isPresent()) return Optional.of(begun);
        throw new IOException(
                "The image %s was not begun by this program, so that it cannot be resumed: name another output."
                        .formatted(output));
    }

    /** Those of the job that is resumed, unless the user wants others. */
    private TileGrid tiles(Optional<OmeZarr> begun) {
        AxisImage outline = image.outline();
        DenoisingSettings settings = request.settings();
        return begun.filter(output -> settings.tile() == 0)
                .flatMap(JobNote::of)
                .flatMap(JobNote::tile)
                .filter(tile -> tile.length == model.dimensions())
                .map(tile -> new TileGrid(model, outline, tile))
                .orElseGet(() -> TileGrid.suiting(model, settings, outline, chunk()));
    }

    private long[] chunk() {
        return image.axes().exchanged(IntStream.of(image.grid().chunk()).asLongStream().toArray());
    }

    private OmeZarr output(JobNote note) throws IOException {
        Optional<OmeZarr> begun = begun();
        if (begun.isPresent()) {
            note.requireSame(begun.get());
            return begun.get();
        }
        return note.addTo(
                OmeZarr.create(
                        request.places().outputPath(), noisy, image.array().header().type()));
    }

    private JobSummary denoise(
            ZarrArray denoised, List<IntensityMap> maps, TaskRunner runner, JobListener listener)
            throws IOException {
        BlockJob job =
                new BlockJob(
                        request.places(),
                        new ProcessNetwork.Key(portable, request.settings().device()),
                        tiles.networkTile(),
                        plan.blocks().grid().chunk(),
                        maps);
        List<Long> missing = missing(denoised, plan.blocks());
        BlockTally tally = new BlockTally(plan.blocks().count(), missing.size(), listener);
        runner.run(missing, new BlockWork(job), tally::add);
        return tally.summary();
    }

    private void shrink(OmeZarr denoised, TaskRunner runner, JobListener listener)
            throws IOException {
        List<BlockGrid> levels = new ArrayList<>();
        List<List<Long>> missing = new ArrayList<>();
        for (int level = 1; level < denoised.levels(); level++) {
            ZarrArray array = denoised.level(level);
            levels.add(new BlockShape(array.header().grid()).usual());
            missing.add(missing(array, levels.get(level - 1)));
        }
        long total = missing.stream().mapToLong(List::size).sum();
        PhaseProgress progress = new PhaseProgress(listener, Phase.SHRINKING, total);
        for (int level = 1; level < denoised.levels(); level++) {
            int[] block = levels.get(level - 1).grid().chunk();
            ShrinkWork work = new ShrinkWork(request.places().output(), level, block);
            runner.run(missing.get(level - 1), work, number -> progress.taskDone());
        }
    }

    private List<SeenRange> seen(List<IntensityMap> maps) {
        return model.seenValues().stream()
                .flatMap(range -> maps.stream().map(map -> new SeenRange(map, range)))
                .toList();
    }

    /** The numbers of the blocks that are not all there. */
    private static List<Long> missing(ZarrArray array, BlockGrid blocks) {
        return LongStream.range(0, blocks.count())
                .filter(number -> !array.has(blocks.at(number)))
                .boxed()
                .toList();
    }
}
