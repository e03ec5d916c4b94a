"""Checks that need all articles: ids, links and aliases that must agree."""

from collections import defaultdict
from collections.abc import Sequence

from knowledge.articles.draft import Draft
from knowledge.articles.faults import Fault


def crosscheck(drafts: Sequence[Draft], ids: frozenset[str], faults: list[Fault]) -> None:
    """Adds to `faults` what is wrong between articles. `ids` are all there are, also those that cannot be read."""
    _check_ids(drafts, faults)
    _check_aliases(drafts, faults)
    for draft in drafts:
        _check_related(draft, ids, faults)
        _check_links(draft, ids, faults)


def _check_ids(drafts: Sequence[Draft], faults: list[Fault]) -> None:
    first: dict[str, Draft] = {}
    for draft in drafts:
        other = first.setdefault(draft.article.id, draft)
        if other is not draft:
            faults.append(Fault(draft.file, 1, f"the id is taken by {other.file.parent.name}/{other.file.name}"))


def _check_related(draft: Draft, ids: frozenset[str], faults: list[Fault]) -> None:
    for target, line in draft.front.lists.get("related", []):
        if target == draft.article.id:
            faults.append(Fault(draft.file, line, "`related` names the article itself"))
        elif target not in ids:
            faults.append(Fault(draft.file, line, f"`related` names `{target}`, and no article has this id"))


def _check_links(draft: Draft, ids: frozenset[str], faults: list[Fault]) -> None:
    for link in draft.links:
        target = link.target.removesuffix(".md")
        if target == link.target or "/" in target:
            faults.append(
                Fault(draft.file, link.line, f"a link to `{link.target}`; expected an article: [text](id.md)")
            )
        elif target == draft.article.id:
            faults.append(Fault(draft.file, link.line, "a link from the article to itself"))
        elif target not in ids:
            faults.append(Fault(draft.file, link.line, f"a dead link: no article has the id `{target}`"))


def _check_aliases(drafts: Sequence[Draft], faults: list[Fault]) -> None:
    claims: dict[str, list[tuple[Draft, int, str]]] = defaultdict(list)
    for draft in drafts:
        for alias, line in draft.front.lists.get("aliases", []):
            claims[alias.casefold()].append((draft, line, alias))
    for key, claimed in claims.items():
        if len({draft.article.id for draft, _, _ in claimed}) < 2:
            continue
        if all(_admits(draft, key) for draft, _, _ in claimed):
            continue
        for draft, line, alias in claimed:
            others = _few({other.article.id for other, _, _ in claimed} - {draft.article.id})
            faults.append(
                Fault(
                    draft.file, line, f"the alias `{alias}` is also claimed by {others}; list it in `ambiguous` of each"
                )
            )


def _admits(draft: Draft, key: str) -> bool:
    return key in {alias.casefold() for alias in draft.front.words("ambiguous")}


def _few(ids: set[str]) -> str:
    """The first three of `ids`, and how many more there are."""
    more = f" and {len(ids) - 3} more" if len(ids) > 3 else ""
    return ", ".join(sorted(ids)[:3]) + more
