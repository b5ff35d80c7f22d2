package io.github.csscallback.client.credentials;

import java.util.ArrayList;
import java.util.List;

/** The first provider that has credentials; if none has, the message lists where each looked. */
final class CredentialsChain implements CredentialsProvider {

    private final List<CredentialsProvider> providers;

    CredentialsChain(List<CredentialsProvider> providers) {
        if (providers.isEmpty()) {
            throw new IllegalArgumentException("a chain needs at least one credentials provider");
        }
        this.providers = providers;
    }

    @Override
    public Credentials get() {
        List<String> reasons = new ArrayList<>();
        for (CredentialsProvider provider : providers) {
            try {
                return provider.get();
            } catch (CredentialsException e) {
                if (!e.isAbsent()) {
                    throw e;
                }
                reasons.add(String.valueOf(e.getMessage()));
            }
        }
        throw CredentialsException.absent("no credentials found; looked in: " + String.join("; ", reasons));
    }

    @Override
    public void invalidate(Credentials credentials) {
        providers.forEach(provider -> provider.invalidate(credentials));
    }

    @Override
    public String toString() {
        return "chain of " + providers.size() + " credentials providers";
    }
}
