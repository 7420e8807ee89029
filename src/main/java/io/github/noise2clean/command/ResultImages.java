package io.github.noise2clean.command;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.GraphicsEnvironment;

/** Images that commands make. */
final class ResultImages {

    private ResultImages() {}

    /** The title of a result: "cell.tif" and "denoised" give "cell-denoised.tif". */
    static String title(ImagePlus source, String suffix) {
        return source.getTitle().replaceFirst("(\\.\\w{1,4})?$", "-" + suffix + "$1");
    }

    /**
     * Lets the next line of a macro select the image.
     *
     * <p>With a screen SciJava shows a command's outputs itself. Without one it only logs them, and
     * they never join ImageJ's list of images unless they are shown here; that also makes the image
     * the thread's temporary one, which would hide all later images from later commands.
     */
    static ImagePlus publish(ImagePlus image) {
        if (GraphicsEnvironment.isHeadless() && IJ.isMacro()) {
            image.show();
            WindowManager.setTempCurrentImage(null);
        }
        return image;
    }
}
