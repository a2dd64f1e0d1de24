package io.gino.benchmarks.kotlin

import io.gino.model.Column
import io.gino.model.GinoModel
import io.gino.model.PrimaryKey
import java.time.LocalDate

/** A model in Kotlin, for a test; it stands here because this is where Kotlin is compiled already. */
@GinoModel("pets")
data class Pet(
    @PrimaryKey val id: Long? = null,
    @Column(name = "called", nullable = false, unique = true) val name: String,
    val age: Int = 0,
    val born: LocalDate? = null,
    val tags: List<String> = emptyList(),
)
