package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;

/** What the dialog of Train Denoiser tells, without the dialog. */
class TrainingDialogTest {

    private final Commands commands = new Commands();
    private final ImagePlus image = IJ.createImage("noisy", "8-bit ramp", 512, 512, 4);

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    void theTimeFollowsTheEpochsAndTheNetwork() throws ModuleException {
        Module module = module();
        module.setInput("epochs", 27);
        module.setInput("steps", 178);
        String text = time(module);
        assertTrue(text.startsWith("4806 steps: about "), text);
        module.setInput("epochs", 1);
        assertTrue(time(module).startsWith("178 steps: "), time(module));
    }

    @Test
    void withoutStepsTheWholeImageIsCovered() throws ModuleException {
        Module module = module();
        module.setInput("epochs", 2);
        assertTrue(time(module).startsWith("100 steps: "), time(module));
        module.setInput("patch", 16);
        assertTrue(time(module).startsWith("512 steps: "), time(module));
    }

    @Test
    void aFieldThatCannotBeSoIsToldAsTheCommandTellsIt() throws ModuleException {
        Module module = module();
        module.setInput("patch", 3);
        assertEquals(
                "The patch must be at least 8 pixels wide, or 0 for automatic, not 3.",
                time(module));
    }

    @Test
    void withoutAScreenNothingIsProposedAndNoFileNamed()
            throws ModuleException, MethodCallException {
        Module module = module();
        String before = (String) module.getInput("proposal");
        module.initialize();
        assertEquals(before, module.getInput("proposal"));
        assertEquals("", module.getInput("output"));
    }

    private String time(Module module) {
        return ((TrainDenoiser) module.getDelegateObject()).time(image);
    }

    private Module module() throws ModuleException {
        Module module = commands.service().getCommand(TrainDenoiser.class).createModule();
        module.setInput("input", image);
        return module;
    }
}
