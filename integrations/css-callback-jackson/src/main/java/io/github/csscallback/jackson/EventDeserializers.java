package io.github.csscallback.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import io.github.csscallback.core.event.CallbackEvent;
import org.jspecify.annotations.Nullable;

/** Finds a deserializer for each type of event, also for one that a later version of core adds. */
final class EventDeserializers extends Deserializers.Base {

    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription description) {
        return hasDeserializerFor(config, type.getRawClass())
                ? new EventDeserializer(type.getRawClass().asSubclass(CallbackEvent.class))
                : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return CallbackEvent.class.isAssignableFrom(type);
    }
}
