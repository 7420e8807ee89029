package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.Command;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

class IdleQuestionsTest {

    private final Commands commands = new Commands();

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    void aNamedModelNeedsNoFile() throws ModuleException {
        for (Class<? extends Command> command : List.of(DenoiseImage.class, GenerateImages.class)) {
            assertTrue(asked(command, "model", "/data/model.zip").isInputResolved("file"));
            assertTrue(asked(command, "model", "auto").isInputResolved("file"));
            assertFalse(asked(command, "model", "file").isInputResolved("file"));
        }
    }

    @Test
    void newImagesNeedNoNoisyOne() throws ModuleException {
        assertTrue(asked(GenerateImages.class, "from", "prior").isInputResolved("input"));
        assertFalse(asked(GenerateImages.class, "from", "image").isInputResolved("input"));
    }

    @Test
    void nothingIsSettledBeforeAnAnswer() throws ModuleException {
        Module module = commands.service().getCommand(DenoiseImage.class).createModule();
        new IdleQuestions().process(module);
        assertFalse(module.isInputResolved("file"));
    }

    @Test
    void otherCommandsAreLeftAlone() throws ModuleException {
        Module training = asked(TrainDenoiser.class, "output", "/data/model.zip");
        assertFalse(training.isInputResolved("input"));
    }

    @Test
    void sciJavaFindsIt() {
        PluginService plugins = commands.service().context().service(PluginService.class);
        long found =
                plugins.getPluginsOfType(PreprocessorPlugin.class).stream()
                        .filter(p -> p.getClassName().equals(IdleQuestions.class.getName()))
                        .count();
        assertEquals(1, found);
    }

    /** What remains to be asked when a macro has given one answer. */
    private Module asked(Class<? extends Command> command, String key, String value)
            throws ModuleException {
        Module module = commands.service().getCommand(command).createModule();
        module.setInput(key, value);
        module.resolveInput(key);
        new IdleQuestions().process(module);
        return module;
    }
}
