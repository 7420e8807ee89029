package io.github.noise2clean.model;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records as plain maps of texts, numbers, lists and maps, and back: the form that text files hold.
 *
 * <p>A component keeps its name, written with underscores. A record of a sealed interface has its
 * name under {@code kind}. An empty Optional is left out. What is made is decided by the types of
 * the components, never by the map: a kind must be one that the interface permits.
 */
final class RecordMaps {

    private static final String KIND = "kind";

    private RecordMaps() {}

    static Map<String, Object> toMap(Record record) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (isOfSealedInterface(record)) map.put(KIND, record.getClass().getSimpleName());
        for (RecordComponent component : record.getClass().getRecordComponents())
            if (!Optional.empty().equals(valueOf(component, record)))
                map.put(key(component), plain(valueOf(component, record)));
        return map;
    }

    /**
     * @throws IllegalArgumentException with the place in the map, if it does not describe such a
     *     record, or the record's constructor refuses its values
     */
    static <R extends Record> R fromMap(Class<R> type, Object map) {
        return type.cast(value(type, map, ""));
    }

    private static boolean isOfSealedInterface(Record record) {
        return Stream.of(record.getClass().getInterfaces()).anyMatch(Class::isSealed);
    }

    private static Object plain(Object value) {
        if (value instanceof Record record) return toMap(record);
        if (value instanceof Optional<?> optional) return plain(optional.orElseThrow());
        if (value instanceof List<?> list) return list.stream().map(RecordMaps::plain).toList();
        return value;
    }

    private static Object value(Type type, Object plain, String place) {
        if (type instanceof ParameterizedType generic) return collection(generic, plain, place);
        Class<?> wanted = (Class<?>) type;
        if (wanted.isRecord()) return record(wanted, map(plain, place), place);
        if (wanted.isSealed()) return recordOfKind(wanted, map(plain, place), place);
        if (wanted == double.class && plain instanceof Integer number) return number.doubleValue();
        if (!MethodType.methodType(wanted).wrap().returnType().isInstance(plain))
            throw unfit(place, wanted.getSimpleName() + " wanted, not " + plain);
        return plain;
    }

    private static Object collection(ParameterizedType type, Object plain, String place) {
        Type[] elements = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class)
            return Optional.ofNullable(plain).map(present -> value(elements[0], present, place));
        if (type.getRawType() == Map.class) return texts(map(plain, place), place);
        if (!(plain instanceof List<?> list)) throw unfit(place, "a list wanted, not " + plain);
        List<Object> values = new ArrayList<>();
        for (Object element : list)
            values.add(value(elements[0], element, place + "[" + values.size() + "]"));
        return values;
    }

    private static Map<String, String> texts(Map<?, ?> map, String place) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach(
                (key, text) ->
                        texts.put(
                                (String) value(String.class, key, place),
                                (String) value(String.class, text, place + "." + key)));
        return texts;
    }

    private static Object recordOfKind(Class<?> sealed, Map<?, ?> map, String place) {
        Map<Object, Object> components = new LinkedHashMap<>(map);
        Object kind = components.remove(KIND);
        return Stream.of(sealed.getPermittedSubclasses())
                .filter(permitted -> permitted.getSimpleName().equals(kind))
                .map(permitted -> record(permitted, components, place))
                .findFirst()
                .orElseThrow(
                        () ->
                                unfit(
                                        place,
                                        "unknown kind of " + sealed.getSimpleName() + " " + kind));
    }

    private static Object record(Class<?> type, Map<?, ?> map, String place) {
        List<RecordComponent> components = List.of(type.getRecordComponents());
        Set<String> keys = components.stream().map(RecordMaps::key).collect(Collectors.toSet());
        Set<Object> found = new HashSet<>(map.keySet());
        components.stream().filter(RecordMaps::isOptional).map(RecordMaps::key).forEach(found::add);
        if (!found.equals(keys)) throw unfit(place, keys + " wanted, not " + map.keySet());
        Object[] values =
                components.stream()
                        .map(c -> value(c.getGenericType(), map.get(key(c)), at(place, key(c))))
                        .toArray();
        return construct(type, values, place);
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getType() == Optional.class;
    }

    private static Object construct(Class<?> type, Object[] values, String place) {
        Class<?>[] types =
                Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused)
                throw unfit(place, refused.getMessage());
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<?, ?> map(Object plain, String place) {
        if (plain instanceof Map<?, ?> map) return map;
        throw unfit(place, "a map wanted, not " + plain);
    }

    private static String key(RecordComponent component) {
        return component.getName().replaceAll("(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String at(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private static IllegalArgumentException unfit(String place, String reason) {
        return new IllegalArgumentException(place.isEmpty() ? reason : place + ": " + reason);
    }
}
