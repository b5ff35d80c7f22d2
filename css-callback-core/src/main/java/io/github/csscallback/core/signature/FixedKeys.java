package io.github.csscallback.core.signature;

import java.util.List;

/** The same keys for every target. */
record FixedKeys(List<CallbackKey> keys) implements CallbackKeys {

    @Override
    public List<CallbackKey> forTarget(String target) {
        return keys;
    }

    @Override
    public boolean dependsOnTarget() {
        return false;
    }
}
