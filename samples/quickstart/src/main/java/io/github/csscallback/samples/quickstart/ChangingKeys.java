package io.github.csscallback.samples.quickstart;

import io.github.csscallback.core.signature.CallbackKey;
import io.github.csscallback.core.signature.CallbackKeys;
import java.util.List;

/** Callback keys that can be replaced while the receiver runs. */
final class ChangingKeys implements CallbackKeys {

    private volatile CallbackKeys keys;

    ChangingKeys(CallbackKeys keys) {
        this.keys = keys;
    }

    void replace(CallbackKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<CallbackKey> forTarget(String target) {
        return keys.forTarget(target);
    }

    @Override
    public boolean dependsOnTarget() {
        return false;
    }
}
