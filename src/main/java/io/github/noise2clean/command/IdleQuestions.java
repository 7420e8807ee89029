package io.github.noise2clean.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Spares the user the questions that the answers given by a macro or script have made idle: without
 * it, a macro that names a model would open the dialog to ask for a file.
 *
 * <p>Runs behind what reads the macro and before what opens dialogs.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.HIGH)
public final class IdleQuestions extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        Object command = module.getDelegateObject();
        if (!(command instanceof DenoiseImage || command instanceof GenerateImages)) return;
        askOnlyIf("model", ModelChoice.FILE, "file", module);
        askOnlyIf("from", GenerateImages.IMAGE, "input", module);
    }

    /** The question is idle where the answer to an earlier one is another than {@code answer}. */
    private static void askOnlyIf(String earlier, String answer, String question, Module module) {
        if (module.isInputResolved(earlier) && !answer.equals(module.getInput(earlier)))
            module.resolveInput(question);
    }
}
