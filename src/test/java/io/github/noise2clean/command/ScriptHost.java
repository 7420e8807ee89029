package io.github.noise2clean.command;

import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.Menus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import java.awt.HeadlessException;
import java.util.ArrayList;
import java.util.List;
import org.scijava.Cancelable;
import org.scijava.InstantiableException;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.convert.ConvertService;
import org.scijava.module.ModuleItem;

/**
 * Lets ImageJ's macros call our commands as those of Fiji do: by the leaf of the menu, with the
 * keys and values of the options as inputs. ImageJ makes an instance for each call.
 */
public final class ScriptHost implements PlugIn {

    /** Makes our commands known to ImageJ's macros in this process, and one of ImageJ's own. */
    static void install() {
        makeTable();
        Menus.getCommands().put("Clear Results", "ij.plugin.filter.Analyzer(\"clear\")");
        try (Commands commands = new Commands()) {
            commands.ours().forEach(info -> Menus.getCommands().put(leaf(info), call(info)));
        }
    }

    /** ImageJ begins with an empty one, and fills it while it draws its menus. */
    private static void makeTable() {
        if (Menus.getCommands() != null) return;
        assertThrows(HeadlessException.class, () -> IJ.run("Clear Results", ""));
    }

    @Override
    public void run(String command) {
        try (Commands commands = new Commands()) {
            CommandInfo info = commands.service().getCommand(command);
            Class<? extends Command> type = info.loadClass().asSubclass(Command.class);
            Object[] inputs = inputs(info, commands);
            Cancelable done = (Cancelable) commands.run(type, inputs).getCommand();
            if (done.isCanceled()) throw new AssertionError(done.getCancelReason());
        } catch (InstantiableException e) {
            throw new AssertionError(e);
        }
    }

    private static Object[] inputs(CommandInfo info, Commands commands) {
        String options = Macro.getOptions();
        List<Object> inputs = new ArrayList<>();
        for (ModuleItem<?> item : info.inputs()) {
            String value = Macro.getValue(options, item.getName(), null);
            if (value == null) continue;
            inputs.add(item.getName());
            inputs.add(converted(value, item, commands));
        }
        return inputs.toArray();
    }

    private static Object converted(String value, ModuleItem<?> item, Commands commands) {
        if (item.getType() == ImagePlus.class) return WindowManager.getImage(value);
        ConvertService converters = commands.service().context().service(ConvertService.class);
        return converters.convert(value, item.getType());
    }

    private static String leaf(CommandInfo info) {
        return info.getMenuPath().getLeaf().getName();
    }

    private static String call(CommandInfo info) {
        return "%s(\"%s\")".formatted(ScriptHost.class.getName(), info.getClassName());
    }
}
