package io.github.noise2clean.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Plain maps, lists, texts and numbers as YAML in UTF-8; the same values give the same bytes. */
public final class YamlText {

    private static final int DEEPEST_NESTING = 10;

    private YamlText() {}

    public static byte[] write(Map<String, Object> map) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setSplitLines(false);
        options.setDereferenceAliases(true);
        Yaml yaml = new Yaml(new Writing(options), options);
        return yaml.dump(map).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What the text says, made of nothing but plain values. Aliases of lists and maps, repeated
     * keys, types and deep nesting are refused.
     *
     * @throws IllegalArgumentException with the line, if it is not such a text
     */
    public static Object read(byte[] text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST_NESTING);
        options.setCodePointLimit(Math.max(1, text.length));
        try {
            return new Yaml(new Reading(options)).load(new String(text, StandardCharsets.UTF_8));
        } catch (MarkedYAMLException e) {
            throw new IllegalArgumentException(place(e) + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String place(MarkedYAMLException e) {
        return e.getProblemMark() == null
                ? ""
                : "line " + (e.getProblemMark().getLine() + 1) + ": ";
    }

    /** Texts stay texts whatever they hold, and lists of plain values stand in one line. */
    private static final class Writing extends Representer {

        Writing(DumperOptions options) {
            super(options);
            representers.put(String.class, text -> representScalar(Tag.STR, (String) text));
        }

        @Override
        protected Node representSequence(Tag tag, Iterable<?> sequence, FlowStyle style) {
            boolean plain =
                    StreamSupport.stream(sequence.spliterator(), false)
                            .noneMatch(Map.class::isInstance);
            return super.representSequence(tag, sequence, plain ? FlowStyle.FLOW : style);
        }
    }

    /** Long numbers would take hours to be understood. */
    private static final class Reading extends SafeConstructor {

        private static final int LONGEST_TEXT = 10_000;

        Reading(LoaderOptions options) {
            super(options);
        }

        @Override
        protected Object constructObject(Node node) {
            if (node instanceof ScalarNode scalar && scalar.getValue().length() > LONGEST_TEXT)
                throw new YAMLException(
                        "line " + (node.getStartMark().getLine() + 1) + " holds too long a text");
            return super.constructObject(node);
        }
    }
}
