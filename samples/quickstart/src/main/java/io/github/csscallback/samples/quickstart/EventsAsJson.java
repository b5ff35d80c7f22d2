package io.github.csscallback.samples.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.csscallback.core.event.RecordEvent;

/** Events to JSON and back. */
final class EventsAsJson {

    private EventsAsJson() {}

    static RecordEvent toJsonAndBack(RecordEvent event) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
        String json = mapper.writeValueAsString(event);
        RecordEvent again = mapper.readValue(json, RecordEvent.class);
        return again;
    }
}
