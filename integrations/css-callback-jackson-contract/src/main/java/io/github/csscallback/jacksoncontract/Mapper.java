package io.github.csscallback.jacksoncontract;

import java.util.List;

/** What Jackson 2 and Jackson 3 can both do, each by classes of its own. */
public interface Mapper {

    String write(Object value) throws Exception;

    byte[] writeBytes(Object value) throws Exception;

    String writePretty(Object value) throws Exception;

    <T> T read(String json, Class<T> type) throws Exception;

    <T> List<T> readList(String json, Class<T> elementType) throws Exception;

    /** Writes into a tree. */
    Object tree(Object value) throws Exception;

    /** Reads from what {@link #tree} returned. */
    <T> T fromTree(Object tree, Class<T> type) throws Exception;

    /** Writes into a buffer of tokens and reads from it. */
    <T> T convert(Object value, Class<T> type) throws Exception;
}
