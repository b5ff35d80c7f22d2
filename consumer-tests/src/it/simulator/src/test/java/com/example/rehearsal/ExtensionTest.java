package com.example.rehearsal;

import io.github.csscallback.testkit.simulator.CssSimulator;
import io.github.csscallback.testkit.junit.CssSimulatorExtension;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CssSimulatorExtension.class)
class ExtensionTest {

    @Test
    void theExtensionWorksInANamedModuleToo(CssSimulator css) {
        assertTrue(CssSimulatorExtension.class.getModule().isNamed());
        assertTrue(css.events().isEmpty());
    }
}
