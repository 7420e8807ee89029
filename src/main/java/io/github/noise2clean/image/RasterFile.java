package io.github.noise2clean.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A PNG, JPEG or BMP file: 8-bit or 16-bit grey, a palette, or colour. */
record RasterFile(Path file) {

    ImagePlus read() throws IOException {
        BufferedImage image = decode();
        Raster raster = image.getRaster();
        int depth = image.getColorModel().getComponentSize(0);
        int colours = image.getColorModel().getNumColorComponents();
        if (image.getColorModel() instanceof IndexColorModel palette)
            return single(indexed(image, palette));
        if (depth == 16 && colours == 3) return deepColour(raster);
        if (depth == 16) return single(sixteenBit(raster, 0));
        return single(colours == 1 ? eightBit(raster) : new ColorProcessor(image));
    }

    private BufferedImage decode() throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) throw damaged(null);
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                Memory.require(file, 4L * reader.getWidth(0) * reader.getHeight(0));
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IIOException | EOFException e) {
            throw damaged(e);
        }
    }

    private IOException damaged(Exception cause) {
        return new IOException("The image file " + file + " is damaged.", cause);
    }

    private ImagePlus single(ImageProcessor processor) {
        return new ImagePlus(file.getFileName().toString(), processor);
    }

    /** Full palettes stay a look-up table; small ones only save space, so their colours count. */
    private static ImageProcessor indexed(BufferedImage image, IndexColorModel palette) {
        if (palette.getPixelSize() == Byte.SIZE) {
            ByteProcessor indices = eightBit(image.getRaster());
            indices.setColorModel(palette);
            return indices;
        }
        ColorProcessor colours = new ColorProcessor(image);
        return colours.isGrayscale() ? colours.convertToByteProcessor(false) : colours;
    }

    private static ByteProcessor eightBit(Raster raster) {
        ByteProcessor processor = new ByteProcessor(raster.getWidth(), raster.getHeight());
        int[] samples = samples(raster, 0);
        for (int i = 0; i < samples.length; i++) processor.set(i, samples[i]);
        return processor;
    }

    private static ShortProcessor sixteenBit(Raster raster, int band) {
        ShortProcessor processor = new ShortProcessor(raster.getWidth(), raster.getHeight());
        int[] samples = samples(raster, band);
        for (int i = 0; i < samples.length; i++) processor.set(i, samples[i]);
        processor.resetMinAndMax();
        return processor;
    }

    private ImagePlus deepColour(Raster raster) {
        ImageStack stack = new ImageStack(raster.getWidth(), raster.getHeight());
        String[] names = {"Red", "Green", "Blue"};
        for (int band = 0; band < 3; band++) stack.addSlice(names[band], sixteenBit(raster, band));
        ImagePlus image = new ImagePlus(file.getFileName().toString(), stack);
        image.setDimensions(3, 1, 1);
        return new CompositeImage(image, CompositeImage.COMPOSITE);
    }

    private static int[] samples(Raster raster, int band) {
        return raster.getSamples(
                raster.getMinX(),
                raster.getMinY(),
                raster.getWidth(),
                raster.getHeight(),
                band,
                (int[]) null);
    }
}
