import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;

/** Writes some slices of a TIFF stack as a stack of their own, with the same calibration. */
public final class TakeSlices {

    /** Usage: java -cp ij.jar TakeSlices.java STACK.tif FIRST LAST OUTPUT.tif */
    public static void main(String[] args) {
        ImagePlus stack = new Opener().openImage(args[0]);
        ImagePlus slices =
                new ImagePlus(
                        stack.getTitle(),
                        stack.getStack()
                                .crop(
                                        0,
                                        0,
                                        Integer.parseInt(args[1]) - 1,
                                        stack.getWidth(),
                                        stack.getHeight(),
                                        Integer.parseInt(args[2]) - Integer.parseInt(args[1]) + 1));
        slices.setCalibration(stack.getCalibration());
        new FileSaver(slices).saveAsTiff(args[3]);
    }
}
