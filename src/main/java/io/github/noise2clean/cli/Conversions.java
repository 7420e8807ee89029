package io.github.noise2clean.cli;

import io.github.noise2clean.batch.NamePattern;
import io.github.noise2clean.denoise.Uncertainty;
import io.github.noise2clean.exchange.ExportFormat;
import io.github.noise2clean.exchange.RdfVersion;
import io.github.noise2clean.image.AxisChoice;
import io.github.noise2clean.image.ImageSize;
import io.github.noise2clean.image.Normalization;
import io.github.noise2clean.metric.SsimDefinition;
import io.github.noise2clean.noise.NoiseModel;
import io.github.noise2clean.tensor.AxisOrder;
import io.github.noise2clean.tensor.DeviceChoice;
import io.github.noise2clean.tensor.PrecisionChoice;
import io.github.noise2clean.train.Loss;
import io.github.noise2clean.train.Preset;
import io.github.noise2clean.train.Presets;
import io.github.noise2clean.zeroshot.Portion;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The texts of options as the values they stand for. */
final class Conversions {

    private Conversions() {}

    static CommandLine register(CommandLine commandLine) {
        return commandLine
                .registerConverter(DeviceChoice.class, with(DeviceChoice::parse))
                .registerConverter(PrecisionChoice.class, with(PrecisionChoice::parse))
                .registerConverter(AxisChoice.class, with(AxisChoice::parse))
                .registerConverter(AxisOrder.class, with(AxisOrder::new))
                .registerConverter(Normalization.class, with(Normalization::parse))
                .registerConverter(NoiseModel.class, with(NoiseModel::parse))
                .registerConverter(SsimDefinition.class, with(SsimDefinition::parse))
                .registerConverter(ExportFormat.class, with(ExportFormat::parse))
                .registerConverter(RdfVersion.class, with(RdfVersion::parse))
                .registerConverter(ImageSize.class, with(ImageSize::parse))
                .registerConverter(Loss.class, with(Loss::parse))
                .registerConverter(NamePattern.class, with(NamePattern::new))
                .registerConverter(Portion.class, with(Portion::parse))
                .registerConverter(Uncertainty.class, with(Uncertainty::parse))
                .registerConverter(Preset.class, with(Presets::named));
    }

    private static <T> ITypeConverter<T> with(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }
}
