package io.github.noise2clean.engine;

import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.DeviceMemory;
import io.github.noise2clean.tensor.EngineLoadException;
import io.github.noise2clean.tensor.Installation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether PyTorch runs. */
sealed interface EngineState {

    /** Loads PyTorch and tests it on every device. */
    static EngineState now() {
        try {
            Installation found = Installation.found();
            return new Loaded(
                    found,
                    found.devices().stream()
                            .map(DeviceMemory::device)
                            .map(SelfTestResult::on)
                            .toList());
        } catch (EngineLoadException e) {
            return new Failed(e);
        }
    }

    /** Whether everything that was tried works. */
    boolean allWell();

    /** What there is to say of it. */
    Stream<Property> properties();

    /** It is loaded, and was tested. */
    record Loaded(Installation installation, List<SelfTestResult> tests) implements EngineState {

        @Override
        public boolean allWell() {
            return tests.stream().allMatch(SelfTestResult::passed);
        }

        @Override
        public Stream<Property> properties() {
            return Stream.concat(
                    Stream.of(
                            new Property("pytorch", installation.pytorch()),
                            new Property("features", String.join(", ", installation.features())),
                            new Property("devices", devices()),
                            new Property("threads", installation.threads() + " of PyTorch")),
                    tests.stream().map(test -> new Property("self-test", test.text())));
        }

        private String devices() {
            return installation.devices().stream()
                    .map(found -> name(found.device()) + memory(found))
                    .collect(Collectors.joining(", "));
        }

        private static String name(DeviceChoice device) {
            return device.name().toLowerCase(Locale.ROOT);
        }

        private static String memory(DeviceMemory found) {
            return found.memory().map(memory -> " (" + memory + ")").orElse(" (memory unknown)");
        }
    }

    /** It does not load. */
    record Failed(EngineLoadException exception) implements EngineState {

        @Override
        public boolean allWell() {
            return false;
        }

        @Override
        public Stream<Property> properties() {
            return Stream.concat(
                    Stream.of(
                            new Property("pytorch", "does not load"),
                            new Property("cause", exception.failure().cause()),
                            new Property("next step", exception.failure().nextStep())),
                    exception.thrown().stream().map(text -> new Property("thrown", text)));
        }
    }
}
