package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.module.DefaultMutableModule;
import org.scijava.module.DefaultMutableModuleItem;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

class IdleQuestionsTest {

    private final Commands commands = new Commands();
    private final String thread = Thread.currentThread().getName();

    @AfterEach
    void close() {
        Macro.setOptions(null);
        Thread.currentThread().setName(thread);
        WindowManager.setTempCurrentImage(null);
        commands.close();
    }

    @Test
    void oneAnswerOfAScriptSettlesEverything() throws ModuleException {
        assertEquals(List.of(), asked(DenoiseImage.class, Map.of("model", "fluorescence")));
        assertEquals(List.of(), asked(GenerateImages.class, Map.of("from", "prior")));
        assertEquals(List.of(), asked(TrainDenoiser.class, Map.of("output", "model.zip")));
        assertEquals(List.of(), asked(ComputeSsim.class, Map.of("reference", image())));
    }

    @Test
    void optionsOfAMacroSettleEverythingOfEveryCommand() throws ModuleException {
        optionsAreGiven();
        for (CommandInfo command : commands.ours().toList())
            assertEquals(List.of(), asked(command.createModule(), Map.of()), command.getTitle());
    }

    @Test
    void whatIsNotGivenHasItsDefault() throws ModuleException {
        optionsAreGiven();
        Module module = commands.service().getCommand(DenoiseImage.class).createModule();
        answer(module, Map.of("model", "fluorescence"));
        assertEquals("", module.getInput("file"));
        assertEquals(16, module.getInput("count"));
        assertEquals(1L, module.getInput("seed"));
    }

    @Test
    void aCallFromTheMenuIsAsked() throws ModuleException {
        assertTrue(asked(DenoiseImage.class, Map.of()).contains("model"));
        assertTrue(asked(TrainDenoiser.class, Map.of()).contains("output"));
    }

    @Test
    void theActiveImageIsNoAnswer() throws ModuleException {
        ImagePlus active = image();
        WindowManager.setTempCurrentImage(active);
        assertTrue(asked(DenoiseImage.class, Map.of("input", active)).contains("model"));
    }

    @Test
    void commandsOfOthersAreLeftAlone() throws ModuleException {
        optionsAreGiven();
        DefaultMutableModule module = new DefaultMutableModule();
        module.addInput(new DefaultMutableModuleItem<>(module, "question", String.class));
        new IdleQuestions().process(module);
        assertFalse(module.isInputResolved("question"));
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

    private static ImagePlus image() {
        return IJ.createImage("noisy", "8-bit", 8, 8, 1);
    }

    /** As {@code IJ.run} gives them, which also names the thread. */
    private static void optionsAreGiven() {
        Thread.currentThread().setName("Run$_macro");
        Macro.setOptions("unknown=1");
    }

    /** What remains to be asked when some answers are given. */
    private List<String> asked(Class<? extends Command> command, Map<String, Object> answers)
            throws ModuleException {
        return asked(commands.service().getCommand(command).createModule(), answers);
    }

    private static List<String> asked(Module module, Map<String, Object> answers) {
        answer(module, answers);
        return StreamSupport.stream(module.getInfo().inputs().spliterator(), false)
                .map(ModuleItem::getName)
                .filter(name -> !module.isInputResolved(name))
                .toList();
    }

    private static void answer(Module module, Map<String, Object> answers) {
        answers.forEach(module::setInput);
        answers.keySet().forEach(module::resolveInput);
        new IdleQuestions().process(module);
    }
}
