package io.github.noise2clean.engine;

import io.github.noise2clean.model.ProgramVersion;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.Host;
import io.github.noise2clean.tensor.LoadFailure;
import io.github.noise2clean.tensor.Natives;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is to be known of a machine when something does not run on it, to be copied. */
public record EngineReport(Host host, Natives natives, EngineState state) {

    /** As it is now: loads PyTorch and tests it; where it does not load, that is what is told. */
    public static EngineReport now() {
        return new EngineReport(Host.here(), Natives.found(), EngineState.now());
    }

    /** Whether PyTorch loads and computes what it should on every device. */
    public boolean allWell() {
        return state.allWell();
    }

    /** One property a line. */
    public String text() {
        return Stream.of(machine(), source(), state.properties(), driver(), wayBack())
                .flatMap(properties -> properties)
                .map(Property::toString)
                .collect(Collectors.joining("\n"));
    }

    private Stream<Property> machine() {
        return Stream.of(
                new Property("noise2clean", ProgramVersion.text()),
                new Property("system", host.system()),
                new Property("processors", Integer.toString(host.processors())),
                new Property("memory", host.memory().toString()),
                new Property("java", host.java()),
                new Property("java memory", host.heap().toString()),
                new Property("djl", host.djl()));
    }

    private Stream<Property> source() {
        String network = natives.offline() ? "never asked for natives" : "asked for natives";
        return Stream.of(
                new Property("natives", natives.source().text()),
                new Property("in folder", natives.folder().toString()),
                new Property("network", network));
    }

    /** With a driver that is too old PyTorch says nothing, but finds no GPU. */
    private Stream<Property> driver() {
        if (!isGpuUnseen()) return Stream.empty();
        return Stream.of(
                new Property("gpu", "not found. " + LoadFailure.OLD_DRIVER.cause()),
                new Property("next step", LoadFailure.OLD_DRIVER.nextStep()));
    }

    /** Worth to be told only where the natives are of no use. */
    private Stream<Property> wayBack() {
        if (allWell() && !isGpuUnseen()) return Stream.empty();
        return natives.source().wayBack().stream().map(way -> new Property("way back", way));
    }

    private boolean isGpuUnseen() {
        return natives.areForCuda()
                && state instanceof EngineState.Loaded loaded
                && !loaded.installation().has(DeviceChoice.GPU);
    }
}
