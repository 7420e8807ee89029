package io.github.noise2clean.command;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import java.util.stream.StreamSupport;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/**
 * Spares a macro or script that has given any answer all other questions, which would open a dialog
 * and block it: what it has not given takes its default.
 *
 * <p>Runs behind what reads the macro and takes the active image, and before what opens dialogs. A
 * macro's line without options still asks, as those of ImageJ's own commands do.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.HIGH)
public final class IdleQuestions extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        if (!isOurs(module) || !isAnswered(module)) return;
        for (ModuleItem<?> input : module.getInfo().inputs()) module.resolveInput(input.getName());
    }

    private static boolean isOurs(Module module) {
        String ours = IdleQuestions.class.getPackageName();
        return module.getDelegateObject().getClass().getPackageName().equals(ours);
    }

    /** By options, which Fiji looks up for the thread that called, or by a value from a script. */
    private static boolean isAnswered(Module module) {
        return Macro.getOptions() != null
                || StreamSupport.stream(module.getInfo().inputs().spliterator(), false)
                        .filter(input -> module.isInputResolved(input.getName()))
                        .anyMatch(input -> isAnswer(input, module));
    }

    /** What Fiji settles by itself is none: services, the active image, and in macros buttons. */
    private static boolean isAnswer(ModuleItem<?> input, Module module) {
        Class<?> type = input.getType();
        if (type == ImagePlus.class)
            return input.getValue(module) != WindowManager.getCurrentImage();
        return !Service.class.isAssignableFrom(type)
                && type != Context.class
                && type != Button.class
                && input.getVisibility() != ItemVisibility.MESSAGE;
    }
}
