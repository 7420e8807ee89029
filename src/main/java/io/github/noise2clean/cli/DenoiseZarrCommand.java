package io.github.noise2clean.cli;

import io.github.noise2clean.blocks.DenoisedZarr;
import io.github.noise2clean.blocks.JobListener;
import io.github.noise2clean.blocks.LocalRunner;
import io.github.noise2clean.blocks.ZarrDenoising;
import io.github.noise2clean.library.InstalledModels;
import io.github.noise2clean.trust.TrustReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code noise2clean denoise-zarr}. */
@Command(
        name = "denoise-zarr",
        description =
                "Denoises an OME-Zarr image of any size into another one, block by block. What was"
                        + " interrupted can be resumed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  noise2clean denoise-zarr --input a.zarr --output b.zarr --model model.zip --dry-run",
            "  noise2clean denoise-zarr --input a.zarr --output b.zarr --model model.zip --resume"
        })
public final class DenoiseZarrCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final InstalledModels models;
    private final Workplace workplace;

    @Spec private CommandSpec command;

    @Mixin private final ZarrOptions options = new ZarrOptions();

    @Mixin private final TrustOptions trust = new TrustOptions();

    /**
     * @param models that are at hand by their names
     */
    public DenoiseZarrCommand(Terminal terminal, InstalledModels models, Workplace workplace) {
        this.terminal = terminal;
        this.models = models;
        this.workplace = workplace;
    }

    /** In this process, where the terminal can interrupt it. */
    static DenoiseZarrCommand here(Terminal terminal, InstalledModels models) {
        return new DenoiseZarrCommand(
                terminal,
                models,
                (job, listener) ->
                        job.run(new LocalRunner(terminal.interruption()::isRequested), listener));
    }

    /** Where a job is done. */
    public interface Workplace {

        /** {@link ZarrDenoising#run} by the runner that is there. */
        DenoisedZarr run(ZarrDenoising job, JobListener listener) throws IOException;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.interruption().guard(this::plan);
    }

    private int plan() throws IOException {
        ZarrDenoising job = new ZarrDenoising(options.request(), models);
        if (options.isDryRun()) {
            job.plan().forEach(terminal.out()::println);
            return ExitCode.OK;
        }
        job.plan().forEach(terminal.err()::println);
        return denoise(job);
    }

    private int denoise(ZarrDenoising job) throws IOException {
        TrustLog trusted = trust.log(terminal);
        try {
            DenoisedZarr denoised = run(job);
            terminal.out().println(denoised.summary());
            trusted.add(job.outputPath(), () -> report(denoised));
            trusted.save();
            return ExitCode.OK;
        } catch (CancellationException e) {
            tellHowToResume();
            return Faults.INTERRUPTED;
        } catch (IOException e) {
            tellHowToResume();
            throw e;
        }
    }

    private DenoisedZarr run(ZarrDenoising job) throws IOException {
        try (JobProgress progress = new JobProgress(terminal)) {
            return workplace.run(job, progress);
        }
    }

    private static TrustReport report(DenoisedZarr denoised) {
        try {
            return denoised.trustReport();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tellHowToResume() {
        String program = command.root().name();
        terminal.err().println("To go on: " + program + " " + options.resuming());
    }
}
