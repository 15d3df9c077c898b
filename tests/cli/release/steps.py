"""The steps of three releases in a row, as a maintainer takes them."""

import csv
import io
import json
import shutil
import zipfile

from tests.repository import Repository


def sealed_and_committed(repository: Repository, day: str = "2000-03-01") -> str:
    done = repository.run("release")
    assert done.returncode == 0, done.stdout + done.stderr
    return repository.commit(day)


def codes(repository: Repository) -> list[str]:
    return [finding["code"] for finding in json.loads(repository.run("check", "--format", "json").stdout)]


def second_release(repository: Repository) -> None:
    """A number that its source revised, a mistake of ours beyond the bound, a definition, and a new code list."""
    repository.set_version("2000.2")
    repository.change("data/invented_requests.csv", ",45,40,52,", ",47,40,52,")
    repository.change("data/invented_counts.csv", ",70,,,,about", ",20,,,,about")
    repository.change("indicators.csv", "An invented estimate.", "An invented estimate by two methods.")
    for part in ("codelists/{}.csv", "schemas/{}.json"):
        shutil.copy(
            repository.package / part.format("invented_reasons"), repository.package / part.format("invented_moods")
        )
    file = repository.package / "datapackage.json"
    descriptor = json.loads(file.read_text())
    moods = json.dumps(descriptor["resources"][-1]).replace("invented_reasons", "invented_moods")
    descriptor["resources"].append(json.loads(moods))
    file.write_text(json.dumps(descriptor, indent=1))
    schema = repository.package / "schemas" / "invented_moods.json"
    schema.write_text(schema.read_text().replace("invented_reasons", "invented_moods"))
    policy = repository.package / "disclosure.yaml"
    policy.write_text(f'{policy.read_text()}  invented_moods: {{rule: exempt, reason: "Counts nobody."}}\n')


def third_release(repository: Repository) -> None:
    """A number that no longer stands, and one that is withheld from now on."""
    repository.set_version("2000.3")
    repository.change("data/invented_counts.csv", ",12.5,,,,about,published,", ",,,,,about,retracted,")
    repository.change(
        "data/invented_requests.csv", "2000-01-05,30,,,,at-least,published", "2000-01-05,,,,,exact,suppressed"
    )


def in_own_words(cells: dict[str, str]) -> dict[str, str]:
    kind = cells["class"].replace("?", "correction" if "times" in cells["reason"] else "revision")
    return {"class": kind, "reason": cells["reason"].replace("?", "The page says so")}


def entries_of(repository: Repository, version: str) -> list[dict[str, str]]:
    content = zipfile.ZipFile(repository.releases / f"unaccounted-{version}.zip").read("revisions.csv").decode()
    return [row for row in csv.DictReader(io.StringIO(content)) if row["release"] == version]
