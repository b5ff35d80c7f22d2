package io.github.csscallback.jackson3;

import io.github.csscallback.core.event.CallbackEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/** Finds a deserializer for each type of event, also for one that a later version of core adds. */
final class EventDeserializers extends Deserializers.Base {

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        return hasDeserializerFor(config, type.getRawClass())
                ? new EventDeserializer(type.getRawClass().asSubclass(CallbackEvent.class))
                : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return CallbackEvent.class.isAssignableFrom(type);
    }
}
