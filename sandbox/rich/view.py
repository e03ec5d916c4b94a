"""What stands in a rich message, for those who only want to read it: its text, headings, tables and details."""

from typing import Any

Blocks = list[dict[str, Any]]


def plain(text: Any) -> str:
    """The words of a RichText."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(map(plain, text))
    alone = text.get("alternative_text") or text.get("expression") or ""
    return plain(text["text"]) if "text" in text else str(alone)


def text_of_block(block: dict[str, Any]) -> str:
    """The words that a block has of its own, without those of the blocks in it."""
    own = [block.get(name, "") for name in ("summary", "text", "caption", "expression", "credit")]
    cells = [cell.get("text", "") for row in block.get("cells", []) for cell in row]
    return "".join(map(plain, own + cells))


def shown(blocks: Blocks) -> dict[str, Any]:
    """The `rich` of a shown message of docs/sandbox.md."""
    seen: dict[str, Any] = {"text": text_of(blocks), "headings": [], "tables": [], "details": [], "blocks": blocks}
    _collect(blocks, seen)
    return seen


def _collect(blocks: Blocks, seen: dict[str, Any]) -> None:
    for block in blocks:
        match block["type"]:
            case "heading":
                seen["headings"].append({"size": block["size"], "text": plain(block["text"])})
            case "table":
                rows = [[plain(cell.get("text", "")) for cell in row] for row in block["cells"]]
                seen["tables"].append({"caption": plain(block.get("caption", "")), "rows": rows})
            case "details":
                inside = {"text": text_of(block["blocks"]), "is_open": block.get("is_open", False)}
                seen["details"].append({"summary": plain(block["summary"])} | inside)
        _collect(block.get("blocks", []), seen)
        for item in block.get("items", []):
            _collect(item["blocks"], seen)


def text_of(blocks: Blocks) -> str:
    """All words, a line for each paragraph, item and row; details with what is folded away in them."""
    return "\n".join(line for block in blocks for line in _lines(block) if line)


def _lines(block: dict[str, Any]) -> list[str]:
    match block["type"]:
        case "list":
            return [f"{_mark(item)} {text_of(item['blocks'])}" for item in block["items"]]
        case "table":
            rows = [" | ".join(plain(cell.get("text", "")) for cell in row) for row in block["cells"]]
            return [plain(block.get("caption", "")), *rows]
        case "divider":
            return ["———"]
    own = block.get("summary") or block.get("text") or block.get("expression") or ""
    return [plain(own), text_of(block.get("blocks", [])), plain(block.get("credit", ""))]


def _mark(item: dict[str, Any]) -> str:
    if item.get("has_checkbox"):
        return "☑" if item.get("is_checked") else "☐"
    return str(item["label"])
